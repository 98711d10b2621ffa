export default function Page() { return <div className="page"><h1>offers</h1></div> }
