export default function Page() { return <div className="page"><h1>log</h1></div> }
