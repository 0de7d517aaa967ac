namespace TypedSockets.Generators.Tests.Payloads;

public class HiddenMemberTests
{
    private const string Types = """
        public class Account
        {
            [SocketMember(0)] public int Id { get; private set; }
            [SocketMember(1)] private string _secret = "none";
            [SocketMember(2)] internal int Level { get; init; } = 3;
            [SocketMember(3)] protected List<int> Marks { get; set; } = [];
            public string Tell() => $"{Id} {_secret} {Level} {string.Join('+', Marks)}";
            public static Account Make() => new() { Id = 7, _secret = "abc", Level = 9, Marks = [1, 2] };
            public override bool Equals(object? other) => other is Account account && account.Tell() == Tell();
            public override int GetHashCode() => Id;
        }
        public struct Point<T>
        {
            [SocketMember(0)] private T _x;
            [SocketMember(1)] public int Y { get; private set; }
            public static Point<T> Make(T x) => new() { _x = x, Y = 5 };
            public T X() => _x;
        }
        public class Inner : Account { [SocketMember(4)] private int _more = 6; public int More() => _more; }
        public static class Samples
        {
            public static object Account => global::Account.Make();
            public static object Point => Point<string>.Make("x");
            public static object Inner => new Inner();
        }
        """;

    [Fact]
    public void Numbered_members_that_are_not_public_go_over_the_wire()
    {
        var program = PayloadFixture.Parse("Account a, Point<string> b, Inner c", Types).Run();
        Assert.Equal("""[7,"abc",9,[1,2]]""", program.Json(program.Sample("Account")));
        Assert.Equal(program.Sample("Account"), program.RoundTrip(program.Sample("Account")));
        Assert.Equal("""["x",5]""", program.Json(program.Sample("Point"), 1));
        Assert.Equal(program.Sample("Point"), program.RoundTrip(program.Sample("Point"), 1));
        Assert.Equal("""[0,"none",3,[],6]""", program.Json(program.RoundTrip(program.Sample("Inner"), 2), 2));
    }

    [Fact]
    public void What_is_missing_keeps_its_initializer()
    {
        var program = PayloadFixture.Parse("Account a", Types).Run();
        Assert.Equal("""[1,"none",3,[]]""", program.Json(program.ReadJson("[1]")));
    }
}
