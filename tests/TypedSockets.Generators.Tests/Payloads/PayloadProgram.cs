using System.Buffers;
using System.Reflection;
using System.Runtime.Loader;
using MessagePack;
using TypedSockets.Codecs;

namespace TypedSockets.Generators.Tests.Payloads;

/// <summary>Compiled payload types with their codecs.</summary>
internal sealed class PayloadProgram
{
    private delegate void WriteMethod<T>(ref PayloadWriter writer, T value);

    private delegate T ReadMethod<T>(ref PayloadReader reader);

    private readonly AssemblyLoadContext _context;
    private readonly Assembly _assembly;

    public PayloadProgram(byte[] image, byte[][] libraries)
    {
        _context = new AssemblyLoadContext("payloads", isCollectible: true);
        foreach (var library in libraries)
        {
            _context.LoadFromStream(new MemoryStream(library));
        }

        _assembly = _context.LoadFromStream(new MemoryStream(image));
    }

    /// <summary>Evaluates a static member of the probe's class <c>Samples</c>.</summary>
    public object? Sample(string name) =>
        _context.Assemblies.Select(assembly => assembly.GetType("Samples")).First(type => type is not null)!.GetProperty(name)!.GetValue(null);

    /// <summary>Writes with the codec of a parameter.</summary>
    public byte[] Write(object? value, int parameter = 0) => Unwrap(() => (byte[])Generic(nameof(WriteAs), parameter).Invoke(null, [Codec(parameter), value])!);

    /// <summary>Reads with the codec of a parameter.</summary>
    public object? Read(byte[] bytes, int parameter = 0) => Unwrap(() => Generic(nameof(ReadAs), parameter).Invoke(null, [Codec(parameter), bytes]));

    /// <summary>Reads what is given as JSON.</summary>
    public object? ReadJson(string json, int parameter = 0) => Read(MessagePackSerializer.ConvertFromJson(json), parameter);

    public object? RoundTrip(object? value, int parameter = 0) => Read(Write(value, parameter), parameter);

    /// <summary>What the codec writes, as JSON.</summary>
    public string Json(object? value, int parameter = 0) => MessagePackSerializer.ConvertToJson(Write(value, parameter));

    private Type Codec(int parameter) => _assembly.GetType($"Codec{parameter}")!;

    private MethodInfo Generic(string name, int parameter) => typeof(PayloadProgram)
        .GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(Codec(parameter).GetMethod("Read")!.ReturnType);

    private static byte[] WriteAs<T>(Type codec, T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(bytes);
        codec.GetMethod("Write")!.CreateDelegate<WriteMethod<T>>()(ref writer, value);
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private static object? ReadAs<T>(Type codec, byte[] bytes)
    {
        var reader = new PayloadReader(bytes);
        var value = codec.GetMethod("Read")!.CreateDelegate<ReadMethod<T>>()(ref reader);
        Assert.Equal(0, reader.Remaining);
        return value;
    }

    private static T Unwrap<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException error) when (error.InnerException is PayloadException inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
