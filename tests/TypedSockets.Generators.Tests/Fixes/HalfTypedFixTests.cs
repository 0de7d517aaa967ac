namespace TypedSockets.Generators.Tests.Fixes;

/// <summary>While code is being typed an editor asks for fixes of what is wrong in every way. The fixes bear it.</summary>
public class HalfTypedFixTests
{
    [Theory]
    [InlineData("[SocketHub<IClient>] interface { void Say(); } interface IClient;")]
    [InlineData("[SocketHub<IClient>] public interface IHub : { } interface IClient {")]
    [InlineData("class Box<T> { class { [SocketHub<IClient>] interface IHub { } } } interface IClient;")]
    [InlineData("[SocketHub<IClient>(, )] partial interface IHub { } interface IClient;")]
    [InlineData("[SocketHub<IClient>] partial interface IHub { int { get; } string Name { get } int A(ref, in int, CancellationToken, int b; } interface IClient;")]
    [InlineData("[SocketHub<IClient>] partial interface IHub { [OneWay] void Say(CancellationToken) ; [Volatile Task Do(; internal void (); } interface IClient;")]
    [InlineData("[SocketHub<IClient>] partial interface IHub { void Say(int[,,] , Span<> a, Task<> b, DateTime, List<Task<int>); int[,] (); } interface IClient;")]
    [InlineData("[SocketHub<IClient>] partial interface IHub { void Say(Item a); } interface IClient; class Item { [SocketMember] public int A; [SocketMember(] public int B { get; } public int C, D; [SocketMember(5 public int E")]
    [InlineData("[SocketHub<IClient>] public partial interface IHub { void Say(Item a); } public interface IClient; class Item(Item b) : Item { public Item[] Items { get } public Missing M; }")]
    [InlineData("[SocketHub<IClient>] partial interface IHub { void Say(Item a); } interface IClient; [System.Runtime.Serialization.DataContract(] class Item { [System.Runtime.Serialization.DataMember(Order = )] public int A; }")]
    [InlineData("[SocketHub<IClient>] partial interface IHub { void Say(); Task Do(); } interface IClient; class Hub : SocketHub<Missing>, IHub { async void Say( { Do().Wait(; var a = Do().Result; Thread.Sleep( } async void IHub.Say() { hub.Do( } }")]
    [InlineData("[SocketHub<IClient>] partial interface IHub { Task Do(); } interface IClient; class User(IHub hub) { void Run() { hub.Do()")]
    [InlineData("[SocketHub<IClient>] partial interface IHub { Task Do(); } interface IClient; class User(IHub hub) { int A => hub.Do(); Action B = () => hub?.Do(; }")]
    public void Nonsense_is_borne(string source) => Fix.Bears(source);
}
