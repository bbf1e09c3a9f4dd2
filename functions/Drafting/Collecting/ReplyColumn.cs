namespace YiyuanSafety.Drafting.Collecting;

/// <summary>What a column of a returned table holds.</summary>
internal enum ReplyColumn
{
    /// <summary>The hidden row key.</summary>
    Key,

    /// <summary>编号.</summary>
    Number,

    /// <summary>序号: taken for the number where there is no 编号.</summary>
    Ordinal,

    /// <summary>任务内容.</summary>
    Text,

    /// <summary>单位.</summary>
    Body,

    /// <summary>Known and of no use when reading, such as 完成时限.</summary>
    Known,

    /// <summary>完成状态.</summary>
    State,

    /// <summary>完成情况 and its like: a word for the state or a text on the progress.</summary>
    Either,

    /// <summary>进度%.</summary>
    Percent,

    /// <summary>进展情况.</summary>
    Progress,

    /// <summary>佐证材料.</summary>
    Evidence,

    /// <summary>填报人.</summary>
    Reporter,

    /// <summary>填报日期.</summary>
    On,
}

/// <summary>The names that columns have, ours and others that people give them.</summary>
internal static class ReplyColumnNames
{
    private static readonly Dictionary<string, ReplyColumn> Names = new (ReplyColumn Column, string Names)[]
    {
        (ReplyColumn.Key, "行标识 任务标识 标识"),
        (ReplyColumn.Number, "编号 任务编号 任务号 条目编号 工作编号"),
        (ReplyColumn.Ordinal, "序号"),
        (ReplyColumn.Text, "任务内容 工作内容 工作任务 任务 重点任务 任务要求 工作要求 主要任务"),
        (ReplyColumn.Body, "填报单位 单位 单位名称 报送单位"),
        (ReplyColumn.Known, "部分 条目标题 条目 标题 任务标题 任务名称 本单位职责 职责 职责分工 责任分工 责任分工原文 牵头单位 责任单位 配合单位 指导单位 完成时限 时限 频次 量化指标 成果 提示 上次填报情况 上次状态 上次进展 上次日期"),
        (ReplyColumn.State, "完成状态 状态 工作状态 办理状态 落实状态 任务状态 进展状态 当前状态"),
        (ReplyColumn.Either, "完成情况 任务完成情况 工作完成情况 落实情况 办理情况 办理结果 贯彻落实情况"),
        (ReplyColumn.Percent, "进度% 进度 完成进度 完成进度% 完成比例 完成率 完成率% 进度百分比 完成百分比 百分比 完成度"),
        (ReplyColumn.Progress, "进展情况 工作进展 进展 工作进展情况 任务进展 任务进展情况 推进情况 工作推进情况 具体进展 最新进展 工作情况 进展情况说明 工作开展情况 开展情况"),
        (ReplyColumn.Evidence, "佐证材料 佐证 佐证资料 证明材料 支撑材料 印证材料 印证资料 佐证材料名称 附件 附件名称"),
        (ReplyColumn.Reporter, "填报人 填表人 填写人 报送人 联系人 经办人 填报人员"),
        (ReplyColumn.On, "填报日期 填报时间 填表日期 填表时间 填写日期 填写时间 报送日期 报送时间 更新日期 日期"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Column))).ToDictionary(pair => pair.name, pair => pair.Column, StringComparer.Ordinal);

    /// <summary>What a name stands for, whatever its width, spaces, line breaks, stars and what follows in brackets; null for any other text.</summary>
    public static ReplyColumn? Of(string text)
    {
        if (text.Length is 0 or > 60)
            return null;
        var name = Half.Bare(text).Trim('*', ':', '“', '”');
        if (Names.TryGetValue(name, out var column))
            return column;
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 && Names.TryGetValue(name[..bracket].Trim('*', ':'), out column) ? column : null;
    }
}
