namespace Alone;

public interface IClockClient
{
    void Ticked(Interval interval);
}
