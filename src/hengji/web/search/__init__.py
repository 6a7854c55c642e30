"""搜索: everything that bears a name, found by it or by its pinyin, within one's sight."""
