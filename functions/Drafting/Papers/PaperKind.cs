namespace YiyuanSafety.Drafting.Papers;

/// <summary>The kinds of paper.</summary>
public enum PaperKind
{
    /// <summary>印发任务分工的通知, with its 任务分工表.</summary>
    Notice,

    /// <summary>部门任务清单, upright.</summary>
    TaskSheet,

    /// <summary>督办函.</summary>
    SupervisionLetter,

    /// <summary>任务台账, a workbook.</summary>
    Ledger,

    /// <summary>工作部署通知.</summary>
    DeploymentNotice,

    /// <summary>挂牌督办通知.</summary>
    ListedNotice,

    /// <summary>提醒函.</summary>
    ReminderLetter,

    /// <summary>部门任务清单, landscape.</summary>
    WideTaskSheet,

    /// <summary>通报.</summary>
    Bulletin,

    /// <summary>会议纪要.</summary>
    Minutes,

    /// <summary>进展情况通报, with tables and charts.</summary>
    ProgressBulletin,
}
