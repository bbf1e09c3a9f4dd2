namespace YiyuanSafety.Filing.Places;

/// <summary>What a path pattern may say of a paper. Empty where the paper has no such thing.</summary>
/// <param name="Year">Year in full, such as 2021.</param>
/// <param name="Kind">Kind of paper as people call it, such as 督办函.</param>
/// <param name="Department">The bodies that it is for, with 、 between them.</param>
/// <param name="Number">发文字号, such as 源安办函〔2021〕3号.</param>
/// <param name="Title">Title.</param>
/// <param name="Date">成文日期 as 2021-03-05.</param>
/// <param name="County">The county.</param>
/// <param name="Name">Name of the file as it was made, without its ending.</param>
public sealed record FilingFields(string Year, string Kind, string Department, string Number, string Title, string Date, string County, string Name)
{
    /// <summary>The names by which a pattern calls them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["year", "kind", "department", "number", "title", "date", "county", "name"];

    /// <summary>A paper that has everything, to try a pattern on.</summary>
    public static FilingFields Sample { get; } = new("2021", "督办函", "县应急局", "源安办函〔2021〕3号", "关于督办危险化学品专项整治的函", "2021-03-05", "沂源县", "督办函 县应急局");

    /// <summary>A paper that has nothing but what each has.</summary>
    public static FilingFields Bare { get; } = new("2021", "任务台账", "", "", "任务台账", "", "", "任务台账");

    internal IEnumerable<(string Name, string Value)> All =>
        [("year", Year), ("kind", Kind), ("department", Department), ("number", Number), ("title", Title), ("date", Date), ("county", County), ("name", Name)];
}
