export default function Page() { return <div className="page"><h1>hand-over</h1></div> }
