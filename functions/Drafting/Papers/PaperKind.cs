namespace YiyuanSafety.Drafting.Papers;

/// <summary>The kinds of paper.</summary>
public enum PaperKind
{
    /// <summary>通知 with its 任务分工表.</summary>
    Notice,

    /// <summary>部门任务清单.</summary>
    TaskSheet,

    /// <summary>督办函.</summary>
    SupervisionLetter,

    /// <summary>任务台账, a workbook.</summary>
    Ledger,
}
