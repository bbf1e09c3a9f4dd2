namespace YiyuanSafety.Drafting.Papers;

/// <summary>Tasks were named that the document does not have. The message is a Chinese sentence: which, and what to do.</summary>
public sealed class UnknownTaskException : Exception
{
    private const int Shown = 8;

    /// <summary>Creates the exception.</summary>
    /// <param name="unknown">The ids that are not there.</param>
    /// <param name="known">The ids that are.</param>
    public UnknownTaskException(IReadOnlyList<string> unknown, IReadOnlyList<string> known)
        : base(Sentence(unknown, known)) => Unknown = unknown;

    /// <summary>Stable code of the error.</summary>
    public string Code { get; } = "task-unknown";

    /// <summary>The ids that are not there.</summary>
    public IReadOnlyList<string> Unknown { get; }

    private static string Sentence(IReadOnlyList<string> unknown, IReadOnlyList<string> known)
    {
        var wanted = Wording.Join(unknown);
        if (known.Count == 0)
            return $"要督办的任务 {wanted} 不存在：文件里没有识别出任务。";
        var near = known.Where(id => unknown.Any(one => id.Split('.')[0] == one.Split('.')[0])).Take(Shown).ToList();
        return near.Count > 0
            ? $"要督办的任务 {wanted} 不存在。编号相近的有：{Wording.Join(near)}。请核对任务编号。"
            : $"要督办的任务 {wanted} 不存在。任务编号从 {known[0]} 到 {known[^1]}，请核对。";
    }
}
