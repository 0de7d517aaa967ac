namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Decides, with the run's random numbers, what happens next; and at the end lets everything come to rest.</summary>
internal sealed class Scheduler(Simulation sim)
{
    // Ten seconds in the ticker's steps, then longer ones, until what waits for its client has expired.
    private const int ShortTicks = 50;
    private const int MaxTicks = 100;

    /// <summary>Runs from the first dial to the rest at the end.</summary>
    public void Run()
    {
        for (var hub = 0; hub < sim.Settings.InitialHubs; hub++)
        {
            sim.Client.OpenHub(hub);
        }

        for (var step = 0; step < sim.Settings.Steps && !sim.Client.IsOver && sim.Checker.Violation is null; step++)
        {
            Step();
        }

        if (sim.Checker.Violation is null)
        {
            ComeToRest();
        }
    }

    /// <summary>Lets one thing happen that is under way.</summary>
    /// <returns>False if nothing is.</returns>
    public bool TryMove()
    {
        var start = sim.Random.Chance(sim.Settings.Lag) ? 2 : sim.Random.Below(6);
        for (var i = 0; i < 6; i++)
        {
            if (TryMove((start + i) % 6))
            {
                return true;
            }
        }

        return false;
    }

    private void Step()
    {
        var dice = sim.Random.Below(100);
        if (dice < sim.Settings.Faults)
        {
            sim.Faults.Strike();
        }
        else if (dice < sim.Settings.Faults + sim.Settings.Work)
        {
            Work();
        }
        else if (dice >= 97)
        {
            sim.Note(Happening.Ticked);
            sim.Advance(TimeSpan.FromMilliseconds(50 + sim.Random.Below(200)));
        }
        else if (!TryMove())
        {
            Work();
        }
    }

    private void Work()
    {
        var live = sim.Server.Live;
        if (sim.Client.SetUps is [var setUp, ..] && sim.Random.Chance(50))
        {
            Continue(setUp);
        }
        else if (live.Count > 0 && sim.Random.Chance(50))
        {
            sim.Workload.ServerActs(live[sim.Random.Below(live.Count)]);
        }
        else
        {
            sim.Workload.ClientActs();
        }
    }

    private void Continue(SetUp setUp)
    {
        if (setUp.Remaining-- > 0)
        {
            sim.Workload.SendUrgent();
        }
        else
        {
            sim.Client.Finish(setUp);
        }
    }

    private bool TryMove(int kind)
    {
        switch (kind)
        {
            case 0 or 1:
                return TryDeliver();
            case 2:
                return TryPump();
            case 3 when sim.HasWork:
                sim.RunWork();
                return true;
            case 4 when sim.HasLater:
                sim.RunLater();
                return true;
            case 5 when sim.Client.WantsToDial:
                TryDial();
                return true;
            case 5 when sim.Unfinished.Count > 0:
                sim.FinishHandler();
                return true;
            default:
                return false;
        }
    }

    private void TryDial()
    {
        if (sim.Random.Chance(10))
        {
            sim.Note(Happening.DialFailed);
        }
        else
        {
            sim.Client.Dial();
        }
    }

    private bool TryDeliver()
    {
        var count = sim.Lines.Count * 2;
        var start = count == 0 ? 0 : sim.Random.Below(count);
        for (var i = 0; i < count; i++)
        {
            var place = (start + i) % count;
            var line = sim.Lines[place / 2];
            if (place % 2 == 0 ? TryDeliverToServer(line) : TryDeliverToClient(line))
            {
                if (line.IsOver)
                {
                    sim.Lines.Remove(line);
                }

                return true;
            }
        }

        return false;
    }

    private static bool TryDeliverToServer(SimLine line)
    {
        if (line.ToServer.IsEmpty || line.Server is { MayReceive: false })
        {
            return false;
        }

        var item = line.ToServer.Take();
        line.Server?.Receive(item);
        return true;
    }

    private static bool TryDeliverToClient(SimLine line)
    {
        if (line.ToClient.IsEmpty)
        {
            return false;
        }

        var item = line.ToClient.Take();
        line.Client?.Receive(item);
        return true;
    }

    private bool TryPump()
    {
        var start = sim.Random.Below(2);
        foreach (var line in sim.Lines)
        {
            for (var i = 0; i < 2; i++)
            {
                var end = (start + i) % 2 == 0 ? line.Client?.End : line.Server?.End;
                if (end is { MayPump: true })
                {
                    end.Pump();
                    return true;
                }
            }
        }

        return false;
    }

    private void ComeToRest()
    {
        foreach (var line in sim.Lines)
        {
            line.ToServer.Notice();
            line.ToClient.Notice();
        }

        for (var ticks = 0; sim.Checker.Violation is null;)
        {
            if (TryMove())
            {
                continue;
            }

            if (sim.Client.SetUps is [var setUp, ..])
            {
                Continue(setUp);
            }
            else if (RestChecker.IsAtRest(sim))
            {
                break;
            }
            else if (++ticks > MaxTicks)
            {
                sim.Checker.Fail("the ends do not come to rest: " + RestChecker.Describe(sim));
            }
            else
            {
                sim.Advance(ticks < ShortTicks ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(5));
            }
        }

        if (sim.Checker.Violation is null)
        {
            sim.Note(Happening.Quiet);
            new RestChecker(sim).Check();
        }
    }
}
