namespace YiyuanSafety.Drafting.Papers;

/// <summary>Under which 机关代字 papers of a kind are numbered (7.2.5).</summary>
public static class IssueCodes
{
    /// <summary>The code of a kind; empty where the profile has none, null for kinds that bear no 发文字号.</summary>
    public static string? Of(PaperKind kind, Profile profile) => kind switch
    {
        PaperKind.Notice or PaperKind.DeploymentNotice or PaperKind.ListedNotice => profile.Committee.IssueCode,
        PaperKind.Bulletin or PaperKind.ProgressBulletin => profile.Office.IssueCode,
        PaperKind.SupervisionLetter or PaperKind.ReminderLetter => profile.Office.LetterCode,
        _ => null,
    };
}
