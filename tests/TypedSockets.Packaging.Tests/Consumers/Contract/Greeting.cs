namespace Contract;

public sealed record Greeting(string Name, int Length);
