namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2029: Name cases that can stand for the union.</summary>
public class CaseIsWrongTests
{
    [Theory]
    [InlineData("Animal a", "[SocketUnion(0, typeof(Cat))] public interface Animal; public record Cat(int A);", "IProbe.Send.a", "does not derive")]
    [InlineData("Animal a", "[SocketUnion(0, typeof(Cat))] public interface Animal; public abstract record Cat(int A) : Animal;", "IProbe.Send.a", "no class or struct")]
    [InlineData("Animal a", "[SocketUnion(0, null!)] public interface Animal;", "IProbe.Send.a", "no class or struct")]
    [InlineData("Animal a", "[SocketUnion(-1, typeof(Cat))] public interface Animal; public record Cat(int A) : Animal;", "IProbe.Send.a", "no tag of 0 or more")]
    [InlineData("Animal a", "[SocketUnion(0, typeof(Cat)), SocketUnion(0, typeof(Dog))] public interface Animal; public record Cat(int A) : Animal; public record Dog : Animal;", "IProbe.Send.a", "tag of another case")]
    [InlineData("Animal a", "[SocketUnion(0, typeof(Cat)), SocketUnion(1, typeof(Cat))] public interface Animal; public record Cat(int A) : Animal;", "IProbe.Send.a", "named twice")]
    [InlineData("Animal a", "[SocketUnion(0, typeof(Cat))] public record Animal(int B); public record Cat(int A) : Animal(A);", "IProbe.Send.a", "make the union abstract")]
    [InlineData("Animal a", "[MessagePack.Union(0, \"Cat\")] public interface Animal; public record Cat(int A) : Animal;", "IProbe.Send.a", "no class or struct")]
    [InlineData("Animal a", "[System.Text.Json.Serialization.JsonDerivedType(typeof(Cat))] public interface Animal; public record Cat(int A) : Animal;", "IProbe.Send.a", "no tag of 0 or more")]
    [InlineData("Animal a", "[System.Text.Json.Serialization.JsonDerivedType(typeof(Cat), \"c\"), System.Text.Json.Serialization.JsonDerivedType(typeof(Dog), 1)] public interface Animal; public record Cat(int A) : Animal; public record Dog : Animal;", "IProbe.Send.a", "a name where others have numbers")]
    [InlineData("Animal a", "public abstract partial record Animal { private Animal() { } public record Cat : Animal; } public abstract partial record Animal { public record Dog : Animal; }", "IProbe.Send.a", "several parts")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2029", parameters, code, path, offender);

    [Theory]
    [InlineData("Cat a", "[SocketUnion(0, typeof(Cat))] public interface Animal; public record Cat(int A) : Animal;")]
    [InlineData("Animal a", "[System.Text.Json.Serialization.JsonDerivedType(typeof(Animal))] public record Animal(int A);")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
