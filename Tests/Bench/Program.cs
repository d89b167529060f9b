using System.CommandLine;
using BridgeBot.Bench.Cards;
using BridgeBot.Bench.Faults;
using BridgeBot.Bench.Framing;
using BridgeBot.Bench.History;
using BridgeBot.Bench.Load;
using BridgeBot.Bench.Training;

var root = new RootCommand("Measures BridgeBot, and trains its learned parts.")
{
    CardsBench.Create(),
    FaultBench.Create(),
    FramingBench.Create(),
    HistoryBench.Create(),
    HostCommand.Create(),
    IntakeBench.Create(),
    TrainCommand.Tone(),
    TrainAsksCommand.Create(),
    TrainRequestsCommand.Create(),
    ReadmeCommand.Create(),
    ReplicasBench.Create(),
    SpeedCommand.Create(),
    StartBench.Create(),
    TurnsBench.Create(),
};
return await root.Parse(args).InvokeAsync();
