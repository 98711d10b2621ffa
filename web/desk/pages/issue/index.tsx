export default function Page() { return <div className="page"><h1>issue</h1></div> }
