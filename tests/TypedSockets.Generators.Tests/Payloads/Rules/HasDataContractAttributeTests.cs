namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2020: Remove data contract attributes from the payload.</summary>
public class HasDataContractAttributeTests
{
    [Theory]
    [InlineData("Message a", "[System.Runtime.Serialization.DataContract] public class Message { public int A { get; set; } }", "IProbe.Send.a", "DataContract")]
    [InlineData("Message a", "public record Message([property: System.Runtime.Serialization.DataMember(Name = \"x\")] int A);", "IProbe.Send.a.A", "DataMember")]
    public void Is_reported_with_the_path(string parameters, string code, string path, string offender) =>
        RuleExpectation.Breaks("TSKT2020", parameters, code, path, offender);

    [Theory]
    [InlineData("Kind a", "public enum Kind { [System.Runtime.Serialization.EnumMember(Value = \"one\")] One }")]
    public void Is_silent_about_what_is_allowed(string parameters, string code) =>
        RuleExpectation.Keeps(parameters, code);
}
