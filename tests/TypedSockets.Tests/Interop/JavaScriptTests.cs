namespace TypedSockets.Tests.Interop;

/// <summary>Our codecs and @msgpack/msgpack understand each other.</summary>
public sealed class JavaScriptTests(JavaScriptOracle oracle) : OracleTests<JavaScriptOracle>(oracle);
