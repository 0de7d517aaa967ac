using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>What goes wrong in a run.</summary>
internal sealed class FaultInjector(Simulation sim)
{
    /// <summary>Lets something go wrong.</summary>
    public void Strike()
    {
        if (sim.Random.Chance(sim.Settings.Disasters))
        {
            StrikeServer();
        }
        else if (sim.Lines.Count > 0)
        {
            StrikeLine(sim.Lines[sim.Random.Chance(80) ? ^1 : sim.Random.Below(sim.Lines.Count)]);
        }
    }

    private void StrikeServer()
    {
        switch (sim.Random.Below(12))
        {
            case 0 or 1:
                Crash();
                break;
            case 2 or 3:
                Jump(sim.Settings.Resume.Window + TimeSpan.FromSeconds(1));
                break;
            case 4 when sim.Random.Chance(20):
                sim.Client.Dispose();
                break;
            case 5 or 6:
                Jump(TimeSpan.FromSeconds(26));
                break;
            case 7 when sim.Server.Live.Count > 0:
                Flood(sim.Server.Live[sim.Random.Below(sim.Server.Live.Count)]);
                break;
            case 8 or 9:
                sim.Workload.Burst();
                break;
            case 10 when sim.Server.Live.Count > 0:
                // As if a hub could not be opened.
                sim.Server.Live[sim.Random.Below(sim.Server.Live.Count)].End(GapReason.Ended, SocketCloseCode.Busy);
                break;
            default:
                Jump(TimeSpan.FromSeconds(sim.Random.Pick(1, 4, 11, 16)));
                break;
        }
    }

    private void StrikeLine(SimLine line)
    {
        switch (sim.Random.Below(9))
        {
            case 0 or 1:
                sim.Note(Happening.CutBothWays, line.Id);
                Break(line.ToServer, isNoticed: true);
                Break(line.ToClient, isNoticed: true);
                break;
            case 2:
                sim.Note(Happening.CutInSilence, line.Id);
                Break(line.ToServer, sim.Random.Chance(30));
                Break(line.ToClient, sim.Random.Chance(30));
                break;
            case 3:
                sim.Note(Happening.Blackhole, line.Id);
                Break(sim.Random.Chance(50) ? line.ToServer : line.ToClient, isNoticed: false);
                break;
            case 4 or 5:
                Forge(line, doubles: true);
                break;
            case 6 or 7:
                Forge(line, doubles: false);
                break;
            default:
                LoseDial(line);
                break;
        }
    }

    private void Break(LineWay way, bool isNoticed) => way.Break(sim.Random.Below(way.Items.Count + 1), isNoticed);

    private void Forge(SimLine line, bool doubles)
    {
        var toServer = sim.Random.Chance(50);
        var way = toServer ? line.ToServer : line.ToClient;

        // Only frames of an open socket: what comes before is a conversation, and a copy of it makes no sense.
        if (way.IsEmpty || way.Items[0].Bytes is null || (toServer ? line.Server?.End : line.Client?.End) is not { IsOpen: true })
        {
            return;
        }

        if (doubles)
        {
            sim.Note(Happening.FrameDoubled, line.Id);
            sim.Checker.IsLineForged = true;
            way.Double();
        }
        else if (way.TryLose(sim.Mutation == Mutation.HideHole))
        {
            sim.Note(Happening.FrameMissing, line.Id);
            sim.Checker.IsLineForged = true;
        }
    }

    private void LoseDial(SimLine line)
    {
        if (line.Client is { End: null } dialling)
        {
            sim.Client.Abandon(dialling);
        }
    }

    private void Jump(TimeSpan by)
    {
        sim.Note(Happening.TimeJumped, (int)by.TotalSeconds);
        sim.Advance(by);
    }

    private void Flood(SimServerSession session)
    {
        for (var i = 0; i < 8 && session.EndReason is null; i++)
        {
            sim.Workload.ServerEmits(session);
        }
    }

    private void Crash()
    {
        sim.Note(Happening.ServerCrashed);
        var crashed = sim.Server;
        crashed.Crash();
        sim.Server = new SimServer(sim, sim.ServerSessions.Count + 1);
        foreach (var line in sim.Lines)
        {
            if (line.Server is not null)
            {
                line.Server = null;
                line.ToServer.Break(0, isNoticed: false);
                Break(line.ToClient, sim.Random.Chance(80));
            }
        }
    }
}
