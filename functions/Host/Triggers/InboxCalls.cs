using YiyuanSafety.Host.Work;

namespace YiyuanSafety.Host.Triggers;

/// <summary>Takes in the blobs that people put into the inbox.</summary>
internal sealed class InboxCalls(Inbox inbox)
{
    /// <summary>The binding's name in function.json.</summary>
    public const string Binding = "blob";

    /// <summary>The name of the path's variable part in function.json: <c>inbox/{name}</c>.</summary>
    public const string Name = "name";

    /// <summary>Takes in the blob of a call; one without content that can be read is written down as an import that failed.</summary>
    public async Task TakeAsync(Invocation invocation, CancellationToken cancellation)
    {
        var name = BlobNames.FileName(invocation.Word(Name) ?? "");
        if (invocation.Bytes(Binding) is { } content)
            await inbox.TakeAsync(name, invocation.Word("Properties", "ETag") ?? "", content, cancellation);
        else
            await inbox.RefuseAsync(name, 0, $"收件箱中的文件“{name}”没有传到。请重新放入收件箱，或在网页上导入。", cancellation);
    }

    /// <summary>Writes down a blob that is so large that its call was not read to the end, where its name stands.</summary>
    public Task RefuseLargeAsync(CancellationToken cancellation) =>
        inbox.RefuseAsync(BlobNames.FileName(""), 0, "收件箱中有一个文件过大，没有读取。工作要点一般只有几十页，请核对是否放错了文件。", cancellation);
}
