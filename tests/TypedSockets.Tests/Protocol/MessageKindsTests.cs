using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

public sealed class MessageKindsTests
{
    public static TheoryData<int> States => [0, 1, 10, 13, 14, 15, 20, 21, 22, 23];

    public static TheoryData<int> Deliveries => [2, 3, 6, 7, 8, 9, 11, 12, 16];

    private static TheoryData<int> Undefined => [4, 17, 18, 19, 24, 25, 26, 27, 28, 29, 30, 31];

    [Theory]
    [MemberData(nameof(States))]
    public void State_is_never_numbered(int kind)
    {
        MessageKinds.CheckNumbering((MessageKind)kind, isNumbered: false);
        var error = Assert.Throws<ProtocolException>(() => MessageKinds.CheckNumbering((MessageKind)kind, isNumbered: true));
        Assert.Equal(SocketCloseCode.ProtocolError, error.CloseCode);
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public void What_must_arrive_is_always_numbered(int kind)
    {
        MessageKinds.CheckNumbering((MessageKind)kind, isNumbered: true);
        var error = Assert.Throws<ProtocolException>(() => MessageKinds.CheckNumbering((MessageKind)kind, isNumbered: false));
        Assert.Equal(SocketCloseCode.ProtocolError, error.CloseCode);
    }

    [Fact]
    public void An_emit_may_go_without_a_number()
    {
        MessageKinds.CheckNumbering(MessageKind.Emit, isNumbered: true);
        MessageKinds.CheckNumbering(MessageKind.Emit, isNumbered: false);
    }

    [Fact]
    public void Every_kind_is_either_known_or_reserved()
    {
        var known = Values(States).Concat(Values(Deliveries)).Append((int)MessageKind.Emit).ToHashSet();
        var undefined = Values(Undefined).ToHashSet();
        for (var kind = 0; kind < 32; kind++)
        {
            Assert.NotEqual(known.Contains(kind), undefined.Contains(kind));
            Assert.Equal(known.Contains(kind), MessageKinds.IsKnown((MessageKind)kind));
        }
    }

    private static IEnumerable<int> Values(TheoryData<int> data) => ((IEnumerable<object[]>)data).Select(row => (int)row[0]);
}
