using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Reads what a contract member's attributes declare of how it behaves: its name on the wire, its timeout, its errors, what it replaces.</summary>
internal sealed class DeclaredBehaviour(KnownTypes known, PayloadParser payloads, IDiagnosticSink sink, Accessibility accessibility)
{
    private readonly CoalesceKey _keys = new(known);

    /// <summary>Adds to a member what its attributes declare.</summary>
    /// <returns>Null if that is not possible, which has been reported.</returns>
    internal MethodModel? Apply(IMethodSymbol method, MethodModel model)
    {
        var name = MethodParser.Name(method);
        var location = MethodParser.Location(method);
        return WireName(method, name, location) is { } wireName
            && TryTimeout(method, model, name, location, out var timeout)
            && TryCoalesce(method, model, name, location, out var key)
            && Errors(method, model, name, location) is { } errors
            ? model with { WireName = wireName, Timeout = timeout, CoalesceKey = key, Errors = errors }
            : null;
    }

    private string? WireName(IMethodSymbol method, string name, Location? location)
    {
        if (KnownTypes.Find(method, known.SocketEvent) is not { } attribute)
        {
            return method.Name;
        }

        if (attribute.ConstructorArguments is [{ Value: string wireName }] && ContractParser.IsWireName(wireName))
        {
            return wireName;
        }

        sink.Report(ContractRules.EventName, location, name, "has a wire name that is empty, no valid Unicode, or longer than 256 bytes of UTF-8");
        return null;
    }

    private bool TryTimeout(IMethodSymbol method, MethodModel model, string name, Location? location, out int? timeout)
    {
        timeout = null;
        if (KnownTypes.Find(method, known.Timeout) is not { } attribute)
        {
            return true;
        }

        timeout = attribute.ConstructorArguments is [{ Value: int milliseconds }] ? milliseconds : 0;
        if (model is { IsCall: true, IsStream: false } && timeout > 0)
        {
            return true;
        }

        sink.Report(ContractRules.Timeout, location, name, model.IsStream ? "it is a stream, which may last as long as the session" : model.IsCall ? $"its time is {timeout} ms" : "it is an emit, which nobody waits for");
        return false;
    }

    private bool TryCoalesce(IMethodSymbol method, MethodModel model, string name, Location? location, out string? key)
    {
        key = null;
        if (KnownTypes.Find(method, known.Coalesce) is not { } attribute)
        {
            return true;
        }

        var problem = model.IsCall ? "it is a call, which cannot be replaced while its caller waits"
            : model.IsVolatile ? "it is [Volatile], so it is never queued and there is nothing to replace"
            : null;
        key = problem is null ? _keys.Of(method, attribute, out problem) : null;
        if (problem is null)
        {
            return true;
        }

        sink.Report(ContractRules.Coalesce, location, name, problem);
        return false;
    }

    private EquatableArray<ValueModel>? Errors(IMethodSymbol method, MethodModel model, string name, Location? location)
    {
        var errors = new List<ValueModel>();
        foreach (var attribute in method.GetAttributes())
        {
            if (!KnownTypes.Is(attribute.AttributeClass, known.Throws))
            {
                continue;
            }

            var type = attribute.AttributeClass!.TypeArguments[0];
            if (!model.IsCall)
            {
                sink.Report(ContractRules.Throws, location, name, "it is an emit, so nobody waits for its error; return ValueTask, or remove [Throws]");
                return null;
            }

            if (payloads.ParseValue(type, location, $"{name} throws {type.Name}", accessibility) is not { } error)
            {
                return null;
            }

            if (error.IsNullable || Has(errors, error))
            {
                sink.Report(ContractRules.Throws, location, name, $"\"{type.ToDisplayString()}\" {(error.IsNullable ? "may be null" : "is declared twice")}; declare each type once, without null");
                return null;
            }

            errors.Add(error);
        }

        return new EquatableArray<ValueModel>([.. errors]);
    }

    private static bool Has(List<ValueModel> errors, ValueModel error)
    {
        foreach (var other in errors)
        {
            if (other.Type == error.Type)
            {
                return true;
            }
        }

        return false;
    }
}
