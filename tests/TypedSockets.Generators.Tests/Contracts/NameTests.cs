namespace TypedSockets.Generators.Tests.Contracts;

/// <summary>Whatever the user calls things, generated code compiles without a warning.</summary>
public class NameTests
{
    [Theory]
    [InlineData("sender")]
    [InlineData("recipients")]
    [InlineData("handler")]
    [InlineData("handlers")]
    [InlineData("_handlers")]
    [InlineData("arguments")]
    [InlineData("implementation")]
    [InlineData("cancel")]
    [InlineData("target")]
    [InlineData("method")]
    [InlineData("call")]
    [InlineData("read")]
    [InlineData("value")]
    [InlineData("field")]
    [InlineData("reader")]
    [InlineData("writer")]
    [InlineData("seen")]
    [InlineData("at")]
    [InlineData("members")]
    [InlineData("Members")]
    [InlineData("error")]
    [InlineData("hub")]
    [InlineData("socket")]
    [InlineData("@class")]
    [InlineData("@this")]
    [InlineData("@params")]
    [InlineData("_")]
    [InlineData("__x")]
    [InlineData("Codec")]
    [InlineData("ToArray")]
    [InlineData("ChatHubSide")]
    [InlineData("ChatClientProxy")]
    [InlineData("Equals")]
    [InlineData("ToString")]
    [InlineData("GetHashCode")]
    [InlineData("GetType")]
    [InlineData("TypedSockets")]
    [InlineData("System")]
    public void A_parameter_may_have_any_name(string name) => ContractFixture.Run($$"""
        namespace Chat;

        [SocketHub<IChatClient>]
        public partial interface IChatHub
        {
            void Say(string {{name}}, int other = 3);
            ValueTask<int> Ask(string {{name}}, CancellationToken stop = default);
            Task Stop(CancellationToken {{name}});
            [OneWay] ValueTask Tell(int? {{name}});
        }

        public interface IChatClient
        {
            void Said(string {{name}}, string other);
            ValueTask<string> Asked(int {{name}});
        }
        """).IsClean();

    [Theory]
    [InlineData("Instance")]
    [InlineData("Methods")]
    [InlineData("Dispatch")]
    [InlineData("Raise")]
    [InlineData("CreateProxy")]
    [InlineData("MemberwiseClone")]
    [InlineData("ReferenceEquals")]
    [InlineData("Finalize")]
    [InlineData("@class")]
    [InlineData("ChatHub")]
    [InlineData("ChatHubSide")]
    [InlineData("ChatHubEvents")]
    [InlineData("ChatHubProxy")]
    [InlineData("ChatClientEvents")]
    [InlineData("Chat_IChatClientRecipients")]
    [InlineData("Arguments")]
    [InlineData("Codec")]
    [InlineData("_handlers")]
    [InlineData("Emit")]
    [InlineData("Send")]
    [InlineData("System")]
    [InlineData("Action")]
    [InlineData("get_Item")]
    public void A_method_may_have_any_name_that_is_not_reserved(string name) => ContractFixture.Run($$"""
        namespace Chat;

        [SocketHub<IChatClient>]
        public partial interface IChatHub
        {
            void {{name}}(string text);
        }

        public interface IChatClient
        {
            void {{name}}(string text);
        }
        """).Compiles();

    [Theory]
    [InlineData("namespace Chat;", "IChatHub", "IChatClient")]
    [InlineData("", "IChatHub", "IChatClient")]
    [InlineData("namespace @event.@class;", "IChatHub", "IChatClient")]
    [InlineData("namespace System.Chat;", "IChatHub", "IChatClient")]
    [InlineData("namespace TypedSockets;", "IChatHub", "IChatClient")]
    [InlineData("namespace TypedSockets.Generated;", "IChatHub", "IChatClient")]
    [InlineData("namespace TypedSockets.Generated.Chat;", "IChatHub", "IChatClient")]
    [InlineData("namespace TypedSockets.Codecs;", "IChatHub", "IChatClient")]
    [InlineData("namespace Chat.System;", "IChatHub", "IChatClient")]
    [InlineData("namespace Chat;", "ChatHub", "IChatHub")]
    [InlineData("namespace Chat;", "IChat", "Chat")]
    [InlineData("namespace Chat;", "IChat", "@class")]
    [InlineData("namespace Chat;", "@interface", "@object")]
    [InlineData("namespace Chat;", "I", "J")]
    [InlineData("namespace Chat;", "IHub", "IHubb")]
    [InlineData("namespace Chat;", "IChat", "IChAT")]
    [InlineData("namespace Chat;", "ICHAT", "IChat")]
    [InlineData("namespace Chat;", "IHubContract", "IHubClient")]
    public void Interfaces_may_have_any_name(string space, string hub, string client) => ContractFixture.Run($$"""
        {{space}}

        [SocketHub<{{client}}>]
        public partial interface {{hub}}
        {
            void Say(Message text);
        }

        public interface {{client}}
        {
            void Said(Message text);
        }

        public record Message(string Text);
        """).IsClean();

    [Fact]
    public void Hubs_may_differ_in_case_only() => ContractFixture.Run("""
        namespace Chat
        {
            [SocketHub<IChatClient>("1")]
            public partial interface IRoom { void Say(string text); }

            [SocketHub<IChatClient>("2")]
            public partial interface IROOM { void Say(string text); }

            public interface IChatClient { void Said(string text); }
        }

        namespace CHAT
        {
            [SocketHub<IChatClient>("3")]
            public partial interface IRoom { void Say(string text); }

            public interface IChatClient { void Said(string text); }
        }
        """).IsClean();

    [Fact]
    public void Names_with_underscores_are_told_apart() => ContractFixture.Run("""
        namespace A.B_C
        {
            [SocketHub<IClient>("1")]
            public partial interface IHub { void Say(string text); }

            public interface IClient { void Said(string text); }
        }

        namespace A_B.C
        {
            [SocketHub<IClient>("2")]
            public partial interface IHub { void Say(string text); }

            public interface IClient { void Said(string text); }
        }
        """).IsClean();

    [Fact]
    public void A_hub_may_be_nested() => ContractFixture.Run("""
        namespace Chat;

        public static partial class @class
        {
            public partial record struct Inner
            {
                [SocketHub<IClient>("nested")]
                public partial interface IHub { void Say(Message text); }

                public interface IClient { void Said(Message text); }

                public record Message(string Text);
            }
        }

        [SocketHub<IClient>("plain")]
        public partial interface IHub { void Say(Message text); }

        public interface IClient { void Said(Message text); }

        public record Message(string Text);
        """).IsClean();
}
