using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>The rules for payload types, TSKT2xxx. An id is never used again for another rule; each has a page in <c>docs/rules</c>.</summary>
internal static class PayloadRules
{
    internal static readonly DiagnosticDescriptor HoldsAnything = Error(
        "TSKT2001",
        "Give the payload a concrete type",
        "\"{0}\" is \"{1}\", which can hold anything and so has no wire type; use the type that is sent, for instance a record");

    internal static readonly DiagnosticDescriptor IsSystemType = Error(
        "TSKT2002",
        "Send a name instead of a System.Type",
        "\"{0}\" is \"{1}\", which would let a peer name any type to load; send a string or an enum");

    internal static readonly DiagnosticDescriptor IsDelegate = Error(
        "TSKT2003",
        "Send data instead of a delegate",
        "\"{0}\" is the delegate \"{1}\", and code does not go over the wire; send data, and let the other side call a contract method");

    internal static readonly DiagnosticDescriptor PointsIntoMemory = Error(
        "TSKT2004",
        "Send an array instead of a span or pointer",
        "\"{0}\" is \"{1}\", which points into memory of this process; use an array, or ReadOnlyMemory<byte> for bytes");

    internal static readonly DiagnosticDescriptor HasSeveralDimensions = Error(
        "TSKT2005",
        "Use a jagged array",
        "\"{0}\" is the multi-dimensional array \"{1}\"; use a jagged array, for instance int[][]");

    internal static readonly DiagnosticDescriptor IsAbstract = Error(
        "TSKT2006",
        "Name the cases of an abstract type",
        "\"{0}\" is \"{1}\", which is abstract or an interface, and nothing says which types may stand for it; name them with [SocketUnion(tag, typeof(...))], or use a concrete type");

    internal static readonly DiagnosticDescriptor IsOpen = Error(
        "TSKT2007",
        "Close the generic type",
        "\"{0}\" is \"{1}\", which is open; name the types that are sent, for instance Page<Message>");

    internal static readonly DiagnosticDescriptor IsAsynchronous = Error(
        "TSKT2008",
        "Send the value instead of a task or stream",
        "\"{0}\" is \"{1}\", and a task or asynchronous stream cannot be part of a payload; await it and send its value, or a list");

    internal static readonly DiagnosticDescriptor IsUnknownFrameworkType = Error(
        "TSKT2009",
        "Use a supported framework type",
        "\"{0}\" is \"{1}\", a framework type without a codec; use a supported one (numbers, string, Guid, dates and times, Uri, byte[], arrays, lists, sets, dictionaries, tuples), or copy what is needed into a record");

    internal static readonly DiagnosticDescriptor TupleIsTooLong = Error(
        "TSKT2010",
        "Use a record instead of a long tuple",
        "\"{0}\" is \"{1}\", and tuples may have up to 7 elements; use a record");

    internal static readonly DiagnosticDescriptor KeyIsNotScalar = Error(
        "TSKT2011",
        "Use a scalar as dictionary key or set element",
        "\"{0}\" is \"{1}\", whose key \"{2}\" is not a scalar; use a string, integer, bool, char, decimal, enum, Guid, date or time as key, or send a list");

    internal static readonly DiagnosticDescriptor CannotBeConstructed = Error(
        "TSKT2012",
        "Give the payload type a constructor that takes its members",
        "\"{0}\": \"{1}\" cannot be constructed, because {2}; add a public constructor without parameters, or one whose parameters have the names and types of members");

    internal static readonly DiagnosticDescriptor ConstructorsAreEqual = Error(
        "TSKT2013",
        "Give one constructor more members than the others",
        "\"{0}\": \"{1}\" has several public constructors that take equally many members; remove one, or let one take more members");

    internal static readonly DiagnosticDescriptor NamesDifferInCase = Error(
        "TSKT2014",
        "Rename members whose names differ only in case",
        "\"{0}\": the constructor parameter \"{2}\" of \"{1}\" matches several members whose names differ only in case; rename them, or name the parameter exactly like one");

    internal static readonly DiagnosticDescriptor PartsAreNotOrdered = Error(
        "TSKT2015",
        "Number the members of a type in several parts",
        "\"{0}\": \"{1}\" has wire members in several partial declarations, whose order depends on the build; move them into one, or number them all with [SocketMember]");

    internal static readonly DiagnosticDescriptor NumbersAreIncomplete = Error(
        "TSKT2016",
        "Number all members or none",
        "\"{0}\" has no [SocketMember], but other members of \"{1}\" have; number all of them, inherited ones included, or none");

    internal static readonly DiagnosticDescriptor NumbersHaveHoles = Error(
        "TSKT2017",
        "Number members from 0 without holes or repeats",
        "\"{0}\" has the number \"{1}\", which is taken or too large; the members of \"{2}\" are numbered from 0 to {3}, each number once");

    internal static readonly DiagnosticDescriptor HasTooManyMembers = Error(
        "TSKT2018",
        "Split a payload type of more than 64 members",
        "\"{0}\": \"{1}\" has {2} members; a payload type may have up to {3}, so group some of them into a type of their own");

    internal static readonly DiagnosticDescriptor HasMessagePackAttribute = Error(
        "TSKT2019",
        "Use MessagePack attributes as the package does",
        "\"{0}\" uses \"{1}\" of MessagePack in a way that cannot be honoured: {2}");

    internal static readonly DiagnosticDescriptor HasDataContractAttribute = Error(
        "TSKT2020",
        "Remove data contract attributes from the payload",
        "\"{0}\" has the data contract attribute \"{1}\", which is not supported; remove it and order the members by declaration or with [SocketMember], or use a record of its own");

    internal static readonly DiagnosticDescriptor HasJsonAttribute = Error(
        "TSKT2021",
        "Remove JSON attributes from the payload",
        "\"{0}\" has the JSON attribute \"{1}\", which would not have an effect on this wire; remove it, or use a record of its own that holds what is sent");

    internal static readonly DiagnosticDescriptor LessAccessible = Error(
        "TSKT2022",
        "Make the payload type as accessible as its hub",
        "\"{0}\" is \"{1}\", which is less accessible than the hub, or not accessible to generated code at all; make it and its containing types public, or internal for an internal hub");

    internal static readonly DiagnosticDescriptor NestedTooDeep = Error(
        "TSKT2023",
        "Nest generic types less deep",
        "\"{0}\" is \"{1}\", whose type arguments are nested deeper than {2}; use a record in between, and do not let a generic type contain itself with longer arguments");

    internal static readonly DiagnosticDescriptor DerivesFromFramework = Error(
        "TSKT2024",
        "Derive payload types from payload types only",
        "\"{0}\": \"{1}\" derives from the framework type \"{2}\", whose members are no wire contract; hold what is sent in a record of its own");

    internal static readonly DiagnosticDescriptor IsCollection = Error(
        "TSKT2025",
        "Use a supported collection",
        "\"{0}\" is \"{1}\", a collection type of its own; use an array, List<T>, HashSet<T>, Dictionary<TKey, TValue> or one of their interfaces");

    internal static readonly DiagnosticDescriptor HasNoMembers = Error(
        "TSKT2026",
        "Give the payload type members that can be set",
        "\"{0}\": none of what \"{1}\" holds would be sent; give it public properties with a setter, init or a matching constructor parameter");

    internal static readonly DiagnosticDescriptor IsNotSent = Warning(
        "TSKT2027",
        "Let the property be set or compute it",
        "\"{0}\" is not sent, because it can neither be set nor given to the constructor of \"{1}\"; add a setter, init or a constructor parameter, or compute it from other members");

    internal static readonly DiagnosticDescriptor PreferDateTimeOffset = Info(
        "TSKT2028",
        "Use DateTimeOffset for a point in time",
        "\"{0}\" is a DateTime, which arrives as UTC and loses its kind; use DateTimeOffset for a point in time, DateOnly or TimeOnly for a date or time");

    internal static readonly DiagnosticDescriptor CaseIsWrong = Error(
        "TSKT2029",
        "Name cases that can stand for the union",
        "\"{0}\": the case \"{1}\" of the union \"{2}\" {3}");

    internal static readonly DiagnosticDescriptor CodecDoesNotFit = Error(
        "TSKT2030",
        "Name a codec of the type",
        "\"{0}\": \"{1}\" is no codec for \"{2}\": {3}");

    internal static readonly DiagnosticDescriptor AttributesContradict = Error(
        "TSKT2031",
        "Remove one of two attributes that contradict each other",
        "\"{0}\" has both [{1}] and [{2}], which contradict each other; remove one of them");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity) =>
        new(
            id,
            title,
            message,
            "TypedSockets.Payloads",
            severity,
            isEnabledByDefault: true,
            helpLinkUri: $"https://github.com/typedsockets/typedsockets/blob/main/docs/rules/{id}.md");
}
