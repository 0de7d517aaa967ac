namespace Contract;

public interface IEchoClient
{
    void Shouted(Greeting greeting);
}
