namespace TypedSockets.Generators.Tests.Running.Foreign;

public interface IForeignClient;
