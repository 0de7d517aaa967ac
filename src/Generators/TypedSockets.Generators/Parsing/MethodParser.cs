using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Turns one method of a contract into its model, or reports what is wrong with it.</summary>
internal sealed class MethodParser(KnownTypes known, PayloadParser payloads, IDiagnosticSink sink, Accessibility accessibility)
{
    private const int MaxParameters = 15;

    internal MethodModel? Parse(IMethodSymbol method, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var name = Name(method);
        var location = Location(method);
        if (!CheckShape(method, name, location) || ParseReturn(method, name, location) is not var (kind, isCall, resultType))
        {
            return null;
        }

        var parameters = ParseParameters(method, name, out var token);
        var result = resultType is null ? null : payloads.ParseValue(resultType, location, $"{name}()", accessibility);
        if (parameters is not { } arguments || (resultType is not null && result is null))
        {
            return null;
        }

        if (token is not null && kind == ReturnKind.Void)
        {
            sink.Report(ContractRules.TokenOnVoid, location, name);
            return null;
        }

        return new MethodModel(
            method.Name,
            TypeText.NotNull(method.ContainingType),
            method.ContainingType.Name,
            TypeText.Cref(method),
            isCall,
            kind,
            result,
            arguments,
            token,
            KnownTypes.Find(method, known.Concurrent) is not null,
            Obsolete(method),
            Documentation.Summary(method, cancel));
    }

    internal static string Name(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";

    internal static Location? Location(ISymbol symbol) => symbol.Locations.Length > 0 ? symbol.Locations[0] : null;

    private bool CheckShape(IMethodSymbol method, string name, Location? location)
    {
        if (method.IsStatic || !method.IsAbstract)
        {
            sink.Report(ContractRules.StaticOrDefault, location, name);
            return false;
        }

        if (method.IsGenericMethod)
        {
            sink.Report(ContractRules.GenericMethod, location, name);
            return false;
        }

        if (method.Parameters.Length > MaxParameters)
        {
            sink.Report(ContractRules.TooManyParameters, location, name, method.Parameters.Length);
            return false;
        }

        return true;
    }

    private (ReturnKind Kind, bool IsCall, ITypeSymbol? Result)? ParseReturn(IMethodSymbol method, string name, Location? location)
    {
        var isOneWay = KnownTypes.Find(method, known.OneWay) is not null;
        var type = method.ReturnType;
        (ReturnKind Kind, bool IsCall, ITypeSymbol? Result)? parsed =
            method.ReturnsVoid ? (ReturnKind.Void, false, null)
            : KnownTypes.Is(type, known.Task) ? (ReturnKind.Task, !isOneWay, null)
            : KnownTypes.Is(type, known.ValueTask) ? (ReturnKind.ValueTask, !isOneWay, null)
            : KnownTypes.Is(type, known.TaskOf) ? (ReturnKind.Task, true, ((INamedTypeSymbol)type).TypeArguments[0])
            : KnownTypes.Is(type, known.ValueTaskOf) ? (ReturnKind.ValueTask, true, ((INamedTypeSymbol)type).TypeArguments[0])
            : null;
        if (parsed is not { } found || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            var hint = KnownTypes.Is(type, known.AsyncEnumerable) ? ", and streams are not supported yet" : "";
            sink.Report(ContractRules.ReturnType, location, name, type.ToDisplayString(), hint);
            return null;
        }

        if (isOneWay && (found.Kind == ReturnKind.Void || found.Result is not null))
        {
            sink.Report(ContractRules.OneWayResult, location, name, type.ToDisplayString());
            return null;
        }

        return parsed;
    }

    private EquatableArray<PayloadMemberModel>? ParseParameters(IMethodSymbol method, string name, out string? token)
    {
        token = null;
        var isValid = true;
        var members = new List<PayloadMemberModel>();
        foreach (var parameter in method.Parameters)
        {
            if (KnownTypes.Is(parameter.Type, known.CancellationToken))
            {
                isValid &= CheckToken(method, parameter, name);
                token = parameter.Name;
            }
            else if (parameter.RefKind != RefKind.None)
            {
                sink.Report(ContractRules.ByReference, Location(parameter), name, parameter.Name);
                isValid = false;
            }
            else if (payloads.ParseValue(parameter.Type, Location(parameter), $"{name}.{parameter.Name}", accessibility) is { } value)
            {
                members.Add(new PayloadMemberModel(parameter.Name, value, !parameter.HasExplicitDefaultValue, ConstantText.Of(parameter)) { IsParams = parameter.IsParams });
            }
            else
            {
                isValid = false;
            }
        }

        return isValid ? new EquatableArray<PayloadMemberModel>([.. members]) : null;
    }

    private bool CheckToken(IMethodSymbol method, IParameterSymbol parameter, string name)
    {
        if (parameter.Ordinal == method.Parameters.Length - 1 && parameter.RefKind == RefKind.None)
        {
            return true;
        }

        sink.Report(ContractRules.TokenPlace, Location(parameter), name);
        return false;
    }

    private string? Obsolete(IMethodSymbol method)
    {
        if (KnownTypes.Find(method, known.Obsolete) is not { } attribute)
        {
            return null;
        }

        var arguments = new List<string>();
        foreach (var argument in attribute.ConstructorArguments)
        {
            arguments.Add(Constant(argument));
        }

        foreach (var argument in attribute.NamedArguments)
        {
            arguments.Add($"{argument.Key} = {Constant(argument.Value)}");
        }

        return $"[global::System.Obsolete({string.Join(", ", arguments)})]";
    }

    private static string Constant(TypedConstant argument) => argument.Value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        true => "true",
        false => "false",
        _ => "null",
    };
}
