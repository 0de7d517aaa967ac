using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>The rules for contracts: TSKT0xxx build, TSKT1xxx shape, TSKT4xxx usage. An id is never used again for another rule; each has a page in <c>docs/rules</c>.</summary>
internal static class ContractRules
{
    internal static readonly DiagnosticDescriptor OldLanguage = Error(
        "TSKT0001", "Use C# 14 or later",
        "The generated code of \"{0}\" needs C# 14; set <LangVersion>14.0</LangVersion>, or remove the older one (net10.0 brings C# 14)");

    internal static readonly DiagnosticDescriptor NotPartial = Error(
        "TSKT1001", "Make the hub interface partial", "\"{0}\" is not partial, so nothing can be generated for it; write 'partial interface {0}'");

    internal static readonly DiagnosticDescriptor Generic = Error(
        "TSKT1002", "Remove the type parameters", "\"{0}\" is generic; a contract has one fixed wire format, so declare an interface for each type");

    internal static readonly DiagnosticDescriptor Inaccessible = Error(
        "TSKT1003", "Make the interface public or internal", "\"{0}\" is private, protected or file-local, and generated code cannot name it; make it public or internal");

    internal static readonly DiagnosticDescriptor ContainerNotPartial = Error(
        "TSKT1004", "Make the containing type partial", "\"{0}\" stands in \"{1}\", which is not partial or is generic; make it a plain partial type, or move the hub out of it");

    internal static readonly DiagnosticDescriptor ClientLessAccessible = Error(
        "TSKT1005", "Make the client interface as accessible as the hub", "The client interface \"{1}\" is less accessible than its hub \"{0}\"; make it {2}");

    internal static readonly DiagnosticDescriptor ClientNotInterface = Error(
        "TSKT1006", "Name an interface as the client", "\"{1}\", the client of hub \"{0}\", is no interface; declare what the client offers as an interface");

    internal static readonly DiagnosticDescriptor ForeignClient = Error(
        "TSKT1007", "Derive the client interface", "\"{0}\" inherits the hub \"{1}\", so its client must inherit \"{2}\"; derive the client interface from it");

    internal static readonly DiagnosticDescriptor Overload = Error(
        "TSKT1008", "Give each method a name of its own", "\"{0}\" is overloaded; a name is one event on the wire, so give each method a name of its own");

    internal static readonly DiagnosticDescriptor ReservedName = Error(
        "TSKT1009", "Choose another name", "\"{0}\" is a name that the framework uses in the same places; choose another one");

    internal static readonly DiagnosticDescriptor NotMethod = Error(
        "TSKT1010", "Use a method", "\"{0}\" is {1}; a contract has methods only, so write a method that returns Task<T> for a value, or a method of the client interface for an event");

    internal static readonly DiagnosticDescriptor GenericMethod = Error(
        "TSKT1011", "Remove the method's type parameters", "\"{0}\" is generic; what goes over the wire must be known when it is compiled, so declare a method for each type");

    internal static readonly DiagnosticDescriptor StaticOrDefault = Error(
        "TSKT1012", "Make the method an ordinary abstract member", "\"{0}\" is static or has a body; a contract only declares, so move the code into an extension method or a class");

    internal static readonly DiagnosticDescriptor ByReference = Error(
        "TSKT1013", "Pass the parameter by value", "Parameter \"{1}\" of \"{0}\" is ref, in or out; nothing can refer into another process, so pass it by value and return what changes");

    internal static readonly DiagnosticDescriptor ReturnType = Error(
        "TSKT1014", "Return void, Task, ValueTask, Task<T>, ValueTask<T> or IAsyncEnumerable<T>",
        "\"{0}\" returns \"{1}\"; use void or [OneWay] ValueTask for an emit, Task or ValueTask for a call, Task<T> or ValueTask<T> for a call with a result, IAsyncEnumerable<T> for a stream");

    internal static readonly DiagnosticDescriptor OneWayResult = Error(
        "TSKT1015", "Put [OneWay] on a method that returns Task or ValueTask", "\"{0}\" is [OneWay] but returns \"{1}\"; [OneWay] is for methods that return Task or ValueTask, so that their handlers may await");

    internal static readonly DiagnosticDescriptor TokenPlace = Error(
        "TSKT1016", "Make the CancellationToken the last parameter", "The CancellationToken of \"{0}\" is not its only one at the end; put one token last");

    internal static readonly DiagnosticDescriptor TokenOnVoid = Error(
        "TSKT1017", "Remove the CancellationToken", "\"{0}\" returns void, so there is nothing to cancel; remove the token, or return ValueTask");

    internal static readonly DiagnosticDescriptor TooManyParameters = Error(
        "TSKT1018", "Gather parameters in a record", "\"{0}\" has {1} parameters; at most 15 are possible, so gather them in a record");

    internal static readonly DiagnosticDescriptor WireName = Error(
        "TSKT1019", "Give the hub a name of 1 to 256 bytes", "The wire name of \"{0}\" is empty, or longer than 256 bytes of UTF-8; choose another one");

    internal static readonly DiagnosticDescriptor DuplicateWireName = Error(
        "TSKT1020", "Give each hub a name of its own", "\"{0}\" and \"{1}\" are both named '{2}' on the wire; name one of them: [SocketHub<...>(\"name\")]");

    internal static readonly DiagnosticDescriptor NotPublic = Error(
        "TSKT1021", "Make the method public", "\"{0}\" is not public, so a class elsewhere cannot implement it; remove its access modifier, or take it out of the contract");

    internal static readonly DiagnosticDescriptor VolatileCall = Error(
        "TSKT1022", "Put [Volatile] on an emit",
        "\"{0}\" is [Volatile] but a call, because it returns \"{1}\"; what may be dropped has no answer, so return void or write [OneWay] ValueTask, or remove [Volatile]");

    internal static readonly DiagnosticDescriptor EventName = Error(
        "TSKT1023", "Give each member a wire name of its own", "\"{0}\" {1}; name it with [SocketEvent(\"...\")] as no other member of the interface is named");

    internal static readonly DiagnosticDescriptor Timeout = Error(
        "TSKT1024", "Put [Timeout] of 1 ms or more on a call", "\"{0}\" has a [Timeout], but {1}; give a call 1 ms or more, or remove it");

    internal static readonly DiagnosticDescriptor Throws = Error(
        "TSKT1025", "Declare each error of a call once", "\"{0}\" has a [Throws] that says nothing: {1}");

    internal static readonly DiagnosticDescriptor Coalesce = Error(
        "TSKT1026", "Coalesce an emit by one of its values", "\"{0}\" cannot be [Coalesce]: {1}");

    internal static readonly DiagnosticDescriptor StreamParameter = Error(
        "TSKT1030", "Pass a stream to a call, always", "The stream \"{0}\" of \"{1}\" cannot be passed: {2}");

    internal static readonly DiagnosticDescriptor AsyncVoid = Error(
        "TSKT4001", "Make the contract method [OneWay] ValueTask",
        "\"{0}\" implements a contract member as 'async void': its exceptions end the process and its order is lost; declare the member '[OneWay] ValueTask {1}(...)' in the contract");

    internal static readonly DiagnosticDescriptor OtherClient = Error(
        "TSKT4002", "Derive from SocketHub of the contract's client", "\"{0}\" implements \"{1}\", whose client is \"{2}\", but derives from SocketHub<{3}>; derive from SocketHub<{2}>");

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id, title, message, Category(id), DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/typedsockets/typedsockets/blob/main/docs/rules/{id}.md");

    private static string Category(string id) => id[4] switch
    {
        '0' => "TypedSockets.Build",
        '1' => "TypedSockets.Contract",
        _ => "TypedSockets.Usage",
    };
}
