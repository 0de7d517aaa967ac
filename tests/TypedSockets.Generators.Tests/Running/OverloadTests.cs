using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Running;

/// <summary>Which overload of an <c>On</c> method the compiler takes.</summary>
public class OverloadTests
{
    [Theory]
    [InlineData("Told(text => Console.Write(text))", "Action<string>")]
    [InlineData("Told(text => { })", "Action<string>")]
    [InlineData("Told(text => text.Length.ToString())", "Action<string>")]
    [InlineData("Told(async text => await Task.Yield())", "Func<string, ValueTask>")]
    [InlineData("Told(async text => { await Task.Yield(); })", "Func<string, ValueTask>")]
    [InlineData("Told(text => Task.CompletedTask)", "Func<string, Task>")]
    [InlineData("Told(text => ValueTask.CompletedTask)", "Func<string, ValueTask>")]
    [InlineData("Told(Handle)", "Action<string>")]
    [InlineData("Told(HandleTask)", "Func<string, Task>")]
    [InlineData("Told(HandleValueTask)", "Func<string, ValueTask>")]
    [InlineData("Asked((text, cancel) => text.Length)", "Func<string, CancellationToken, int>")]
    [InlineData("Asked(async (text, cancel) => { await Task.Yield(); return 1; })", "Func<string, CancellationToken, ValueTask<int>>")]
    [InlineData("Asked((text, cancel) => Task.FromResult(1))", "Func<string, CancellationToken, Task<int>>")]
    [InlineData("Called(() => { })", "Action")]
    [InlineData("Called(async () => await Task.Yield())", "Func<ValueTask>")]
    public void A_handler_binds_to(string call, string expected)
    {
        var run = new GeneratorFixture().Run("""
            [SocketHub<IClient>] public partial interface IHub;
            public interface IClient { void Told(string text); ValueTask<int> Asked(string text, CancellationToken cancel); Task Called(); }
            """, $$"""
            public static class User
            {
                public static IDisposable Use(HubClient<IHub> hub) => hub.On.{{call}};
                private static void Handle(string text) { }
                private static Task HandleTask(string text) => Task.CompletedTask;
                private static ValueTask HandleValueTask(string text) => default;
            }
            """).CompilesCleanly();
        Assert.Equal(expected, Handler(run));
    }

    private static string Handler(GeneratorRun run)
    {
        var tree = run.Compilation.SyntaxTrees.Single(tree => tree.FilePath == "1.cs");
        var body = tree.GetRoot().DescendantNodes().OfType<ArrowExpressionClauseSyntax>().First().Expression;
        var method = (IMethodSymbol)run.Compilation.GetSemanticModel(tree).GetSymbolInfo(body).Symbol!;
        return method.Parameters.Single().Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
    }
}
