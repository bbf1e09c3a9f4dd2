using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Host.Work;

/// <summary>What the ledger and the API call kinds of paper.</summary>
internal static class PaperKindWords
{
    /// <summary>The workbook of all tasks.</summary>
    public const string Ledger = "ledger";

    /// <summary>All of them, the workbook included.</summary>
    public static IReadOnlyList<string> All { get; } = [.. PaperKinds.All.Select(row => row.Id), Ledger];

    /// <summary>What programs call a kind.</summary>
    public static string Of(PaperKind kind) => PaperKinds.Find(kind)?.Id ?? Ledger;

    /// <summary>What people call it.</summary>
    public static string NameOf(string word) => PaperKinds.Find(word)?.Name ?? "任务台账";
}

/// <summary>For whom a paper is.</summary>
internal static class PaperBodies
{
    private const char Between = '、';

    /// <summary>The bodies, with 、 between them; empty for papers to all.</summary>
    public static string Of(PaperOrder order, PaperRequest request) => order.Kind switch
    {
        PaperKind.SupervisionLetter or PaperKind.ReminderLetter when order.Body.Length == 0 => string.Join(Between, TaskLetter.AddressedAll(request.TasksOf(order.Tasks)).To),
        _ => order.Body,
    };

    /// <summary>The bodies one by one.</summary>
    public static IReadOnlyList<string> List(string bodies) => bodies.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a paper is for a body.</summary>
    public static bool Names(string bodies, string body) => bodies.Split(Between).Contains(body);
}
