using Microsoft.Extensions.Configuration;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Storage;

namespace YiyuanSafety.Host.Tests.Storage;

public sealed class StorageAccountTests
{
    private const string Connection = "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0;EndpointSuffix=core.chinacloudapi.cn";
    private const string Blobs = "https://a.blob.core.chinacloudapi.cn";
    private const string Queues = "https://a.queue.core.chinacloudapi.cn";

    [Fact]
    public void Where_no_account_is_named_there_is_none() => Assert.Null(Read([]));

    [Fact]
    public void A_connection_string_names_the_account_of_any_cloud()
    {
        var account = Read(new() { ["Storage:ConnectionString"] = Connection });

        Assert.Equal(new Uri(Blobs + "/yiyuan-files"), account?.Files().Uri);
        Assert.Equal(new Uri(Queues + "/jobs"), account?.Jobs().Uri);
        Assert.DoesNotContain("c2VjcmV0", account?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_go_with_an_identity()
    {
        var account = Read(new() { ["Storage:BlobServiceUri"] = Blobs, ["Storage:QueueServiceUri"] = Queues, ["Storage:ClientId"] = "id", ["Storage:Container"] = "papers", ["Storage:Queue"] = "work" });

        Assert.Equal((true, "id"), (account?.IsManagedIdentity, account?.ClientId));
        Assert.Equal(new Uri(Blobs + "/papers"), account?.Files().Uri);
        Assert.Equal(new Uri(Queues + "/work"), account?.Jobs().Uri);
    }

    [Fact]
    public void The_connection_of_the_triggers_is_taken_where_the_section_says_nothing()
    {
        var shared = new Dictionary<string, string?>
        {
            ["YiyuanStorage__blobServiceUri"] = Blobs,
            ["YiyuanStorage__queueServiceUri"] = Queues,
            ["YiyuanStorage__credential"] = "managedidentity",
        };

        Assert.Equal((true, (string?)null), (Read([], shared)?.IsManagedIdentity, Read([], shared)?.ClientId));
        Assert.Equal(Connection, Read([], new() { ["YiyuanStorage"] = Connection })?.ConnectionString);
        Assert.Equal(Connection, Read(new() { ["Storage:ConnectionString"] = Connection }, shared)?.ConnectionString);
    }

    [Theory]
    [InlineData("Storage:ConnectionString", "AccountKey=c2VjcmV0")]
    [InlineData("Storage:BlobServiceUri", "http://a.blob.core.windows.net")]
    [InlineData("Storage:BlobServiceUri", "a")]
    [InlineData("Storage:BlobServiceUri", Blobs)]
    [InlineData("Storage:QueueServiceUri", Queues)]
    public void Half_an_account_stops_the_start_and_no_key_is_told(string name, string value)
    {
        var error = Assert.Throws<SettingsException>(() => Read(new() { [name] = value }));

        Assert.EndsWith("。", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Container", "A")]
    [InlineData("Container", "a--b")]
    [InlineData("Queue", "-jobs")]
    [InlineData("Credential", "password")]
    public void What_no_account_takes_stops_the_start(string name, string value) => Assert.Throws<SettingsException>(
        () => Read(new() { ["Storage:BlobServiceUri"] = Blobs, ["Storage:QueueServiceUri"] = Queues, [$"Storage:{name}"] = value }));

    private static StorageAccount? Read(Dictionary<string, string?> settings, Dictionary<string, string?>? variables = null) => StorageAccount.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), name => variables?.GetValueOrDefault(name));
}
