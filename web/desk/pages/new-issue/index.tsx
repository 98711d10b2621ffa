export default function Page() { return <div className="page"><h1>new-issue</h1></div> }
