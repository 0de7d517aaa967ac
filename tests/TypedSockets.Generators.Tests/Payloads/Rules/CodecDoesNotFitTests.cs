namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2030: Name a codec of the type.</summary>
public class CodecDoesNotFitTests
{
    [Theory]
    [InlineData("[SocketCodec(typeof(IntCodec))] long a", "public struct IntCodec : TypedSockets.Codecs.ISocketCodec<int> { public static int MinimumSize => 1; public static void Write(ref TypedSockets.Codecs.PayloadWriter writer, int value) => TypedSockets.Codecs.Int32Codec.Write(ref writer, value); public static int Read(ref TypedSockets.Codecs.PayloadReader reader) => TypedSockets.Codecs.Int32Codec.Read(ref reader); }", "IProbe.Send.a", "ISocketCodec<Int64>")]
    [InlineData("[SocketCodec(typeof(string))] int a", "", "IProbe.Send.a", "ISocketCodec<Int32>")]
    [InlineData("[SocketCodec(null!)] int a", "", "IProbe.Send.a", "has to be a type")]
    [InlineData("[SocketCodec(typeof(List<>))] int a", "", "IProbe.Send.a", "as generic as")]
    [InlineData("[SocketCodec(typeof(F))] int a", "public abstract class F : MessagePack.Formatters.IMessagePackFormatter<int> {  public void Serialize(ref MessagePack.MessagePackWriter writer, int value, MessagePack.MessagePackSerializerOptions options) { } public int Deserialize(ref MessagePack.MessagePackReader reader, MessagePack.MessagePackSerializerOptions options) => 0; }", "IProbe.Send.a", "must not be abstract")]
    [InlineData("[SocketCodec(typeof(F))] int a", "public class F : MessagePack.Formatters.IMessagePackFormatter<int> { public F(int a) { } public void Serialize(ref MessagePack.MessagePackWriter writer, int value, MessagePack.MessagePackSerializerOptions options) { } public int Deserialize(ref MessagePack.MessagePackReader reader, MessagePack.MessagePackSerializerOptions options) => 0; }", "IProbe.Send.a", "without parameters")]
    [InlineData("Message a", "public class Message { [SocketCodec(typeof(C))] public int A { get; set; } private struct C : TypedSockets.Codecs.ISocketCodec<int> { public static int MinimumSize => 1; public static void Write(ref TypedSockets.Codecs.PayloadWriter writer, int value) => TypedSockets.Codecs.Int32Codec.Write(ref writer, value); public static int Read(ref TypedSockets.Codecs.PayloadReader reader) => TypedSockets.Codecs.Int32Codec.Read(ref reader); } }", "IProbe.Send.a.A", "cannot reach")]
    [InlineData("Message a", "[MessagePack.MessagePackFormatter(typeof(int), 1)] public class Message { public int A { get; set; } }", "IProbe.Send.a", "IMessagePackFormatter<Message>")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2030", parameters, code, path, offender);

    [Theory]
    [InlineData("[SocketCodec(typeof(IntCodec))] int a, [SocketCodec(typeof(IntCodec))] int? b", "public struct IntCodec : TypedSockets.Codecs.ISocketCodec<int> { public static int MinimumSize => 1; public static void Write(ref TypedSockets.Codecs.PayloadWriter writer, int value) => TypedSockets.Codecs.Int32Codec.Write(ref writer, value); public static int Read(ref TypedSockets.Codecs.PayloadReader reader) => TypedSockets.Codecs.Int32Codec.Read(ref reader); }")]
    [InlineData("[SocketCodec(typeof(F))] int a", "public class F : MessagePack.Formatters.IMessagePackFormatter<int> {  public void Serialize(ref MessagePack.MessagePackWriter writer, int value, MessagePack.MessagePackSerializerOptions options) { } public int Deserialize(ref MessagePack.MessagePackReader reader, MessagePack.MessagePackSerializerOptions options) => 0; }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
