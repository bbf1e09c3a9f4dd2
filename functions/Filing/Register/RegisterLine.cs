namespace YiyuanSafety.Filing.Register;

/// <summary>A line of the register (发文登记簿).</summary>
/// <param name="Number">发文字号; empty for none.</param>
/// <param name="Kind">文种, such as 督办函.</param>
/// <param name="Title">标题.</param>
/// <param name="To">主送; empty for papers to all.</param>
/// <param name="Date">成文日期 as 2021-03-05; empty where it is left blank.</param>
/// <param name="Edition">版次, from 1: how often something was filed at its place.</param>
/// <param name="FiledAt">归档时间 as 2021-03-05 09:30.</param>
/// <param name="By">归档人.</param>
/// <param name="Place">归档位置 below the drive's root.</param>
/// <param name="Link">Address that opens the file.</param>
public sealed record RegisterLine(
    string Number, string Kind, string Title, string To, string Date, int Edition, string FiledAt, string By, string Place, string Link);
