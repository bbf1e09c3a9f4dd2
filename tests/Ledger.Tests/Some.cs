using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Ledger.Tests;

/// <summary>Things that tests put into a ledger.</summary>
internal static class Some
{
    public static Act Act { get; } = new("王五", new DateTimeOffset(2021, 3, 5, 8, 0, 0, TimeSpan.Zero));

    public static WorkTask Task(string id, string text, string responsibility = "县应急局负责", params Party[] parties) => new(
        id, id.Split('.')[0], 1, "（一）压实责任", "落实责任", text, responsibility,
        parties.Length > 0 ? parties : [new Party(PartyRole.Responsible, "县应急局", "县应急局", BodyKind.Department, false)]);

    public static WorkPointsDocument Document(params WorkTask[] tasks) => new(
        new DocumentInfo("清水县2021年安全生产工作要点", "清水县安全生产委员会", "清安委发〔2021〕2号", 2021), [], tasks, [], []);

    public static SourceFile File(string content) => new($"{content}.docx", content.PadRight(64, '0'), content.Length);

    public static async Task<Guid> PlanAsync(TestLedger on, params WorkTask[] tasks)
    {
        await using var ledger = on.Store.Open();
        var outcome = await Importer.ImportAsync(ledger, Act.NewId(), true, Document(tasks), File("a"), "清水县", Act, TestContext.Current.CancellationToken);
        return outcome.Import.PlanId;
    }

    public static async Task<Guid> PaperAsync(TestLedger on, Guid plan, string identity)
    {
        await using var ledger = on.Store.Open();
        var paper = new Paper { Id = Act.NewId(), PlanId = plan, Identity = identity, Kind = "Notice", Body = "", Order = "{}", Path = identity + ".docx" };
        ledger.Papers.Add(paper);
        await ledger.SaveChangesAsync(TestContext.Current.CancellationToken);
        return paper.Id;
    }
}
