using YiyuanSafety.Host.Storage;

namespace YiyuanSafety.Host.Tests.Storage;

/// <summary>An account of Azure Storage on this machine, with names of its own for each test.</summary>
internal static class Azurite
{
    private const string Variable = "YIYUAN_TEST_AZURITE";

    /// <summary>The account; skips the test where there is none.</summary>
    public static StorageAccount Account()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } connection)
        {
            Assert.Skip($"没有 Azurite：请用 tests/azurite.sh 运行测试，或把连接字符串放进 {Variable}。");
            throw new InvalidOperationException();
        }

        var name = "t" + Guid.NewGuid().ToString("N");
        return new StorageAccount { ConnectionString = connection, Container = name, Queue = name };
    }
}
