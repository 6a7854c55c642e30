"""A goal table that was approved may be asked to change: a state between being approved and being filled in again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("web", "0002_history_is_only_added_to"),
    ]

    operations = [
        migrations.AlterField(
            model_name="version",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "未开始"),
                    ("filling", "填报中"),
                    ("submitted", "待审核"),
                    ("returned", "已退回"),
                    ("delivered", "已报送"),
                    ("accepted", "已审定"),
                    ("adjusting", "申请调整中"),
                    ("unassigned", "待委派"),
                    ("verifying", "核查中"),
                    ("second_opinion", "待复核"),
                    ("preliminary", "征求意见"),
                    ("objected", "有异议"),
                    ("locked", "已签发"),
                ],
                max_length=16,
                verbose_name="状态",
            ),
        ),
        migrations.AlterField(
            model_name="work",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "未开始"),
                    ("filling", "填报中"),
                    ("submitted", "待审核"),
                    ("returned", "已退回"),
                    ("delivered", "已报送"),
                    ("accepted", "已审定"),
                    ("adjusting", "申请调整中"),
                    ("unassigned", "待委派"),
                    ("verifying", "核查中"),
                    ("second_opinion", "待复核"),
                    ("preliminary", "征求意见"),
                    ("objected", "有异议"),
                    ("locked", "已签发"),
                ],
                default="waiting",
                max_length=16,
                verbose_name="状态",
            ),
        ),
    ]
