namespace TypedSockets.Tests.Interop;

/// <summary>Our codecs and python3-msgpack understand each other.</summary>
public sealed class PythonTests(PythonOracle oracle) : OracleTests<PythonOracle>(oracle);
