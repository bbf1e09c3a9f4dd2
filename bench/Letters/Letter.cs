using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Bench.Letters;

/// <summary>The letter that all engines fill: ten fields, a condition, a table.</summary>
public sealed record Letter(
    [property: Field("发文字号")] string Number,
    [property: Field("标题")] string Title,
    [property: Field("主送")] string To,
    [property: Field("依据")] string Source,
    [property: Field("要求")] string Wanted,
    [property: Field("期限")] string Deadline,
    [property: Field("联系人")] string Contact,
    [property: Field("电话")] string Phone,
    [property: Field("署名")] string Issuer,
    [property: Field("日期")] string Date,
    [property: Field("紧急")] bool Urgent,
    [property: Field("任务")] IReadOnlyList<LetterRow> Rows)
{
    /// <summary>A letter with so many rows.</summary>
    public static Letter Of(int rows) => new(
        "源安办函〔2021〕12号", "关于督办矿山安全整治任务落实情况的函", "县应急局、县公安局", "《沂源县2021年安全生产工作要点》",
        "逐项核对下列任务，已完成的说明成效 & 依据，未完成的说明原因和完成时间", "2021年7月15日", "张三", "0533-0000000",
        "沂源县安全生产委员会办公室", "2021年6月30日", true,
        [.. Enumerable.Range(1, rows).Select(i => new LetterRow($"第{i}项", $"开展第{i}次矿山安全检查", "县应急局", "县公安局、县自然资源局", "6月底前"))]);
}

/// <summary>A row of the letter's table.</summary>
public sealed record LetterRow(
    [property: Field("序号")] string Number,
    [property: Field("任务")] string Task,
    [property: Field("牵头")] string Lead,
    [property: Field("配合")] string Others,
    [property: Field("期限")] string Due);
