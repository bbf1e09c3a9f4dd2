using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Drafting.Tests.Papers;

public class DutiesTests
{
    [Fact]
    public void Bodies_come_in_the_order_of_the_directory() => Assert.Equal(
        ["县应急局", "县公安局", "县教育和体育局"],
        BodyDuties.Of(SmallDocument.Document, SmallDocument.Directory).Select(body => body.Body));

    [Fact]
    public void Without_a_directory_bodies_come_as_named_and_groups_have_no_members()
    {
        var bodies = BodyDuties.Of(SmallDocument.Document, BodyDirectory.Empty);
        Assert.Equal(["县应急局", "县公安局", "县教育和体育局"], bodies.Select(body => body.Body));
        Assert.DoesNotContain(bodies.SelectMany(body => body.Duties), duty => duty.Group is not null);
    }

    [Fact]
    public void A_body_that_is_named_does_not_have_the_task_through_its_group_as_well()
    {
        var duties = BodyDuties.Of(SmallDocument.Document, SmallDocument.Directory)[0].Duties;
        Assert.Equal(["1.1", "2.1", "3.1"], duties.Select(duty => duty.Task.Id));
        Assert.Equal([null, null, "各有关部门"], duties.Select(duty => duty.Group));
    }

    [Fact]
    public void A_body_with_two_roles_has_the_task_once_in_the_stronger()
    {
        var task = SmallDocument.Document.Tasks[0] with
        {
            Parties = [SmallDocument.Named(PartyRole.Cooperating, "县公安局"), SmallDocument.Named(PartyRole.Lead, "县公安局")],
        };
        var duty = Assert.Single(Assert.Single(BodyDuties.Of(SmallDocument.Of([task]), BodyDirectory.Empty)).Duties);
        Assert.Equal(PartyRole.Lead, duty.Role);
    }
}
