"""Labels that white space parts from what they say."""

from extract.structure.labels import with_colons


def test_white_space_behind_labels_is_a_colon() -> None:
    """Lines that begin with a label and a space read as those with a colon, persons and times too."""
    text = "1.建港口。\n责任领导 张三\n责任单位 县发展和改革局、港口镇\n完成时限 全年\n2.建路。\n责任单位　县交通局\n"
    read = (
        "1.建港口。\n责任领导：张三\n责任单位：县发展和改革局、港口镇\n完成时限：全年\n2.建路。\n责任单位：县交通局\n"
    )
    assert read == with_colons(text)


def test_headers_and_prose_keep_their_spaces() -> None:
    """A line of headers names no body behind its first label; one line alone proves no habit."""
    for text in (
        "责任单位 完成时限 备注\n牵头单位 配合单位\n",
        "牵头单位 县财政局\n",
        "责任单位 要加强调度\n责任单位 压实责任\n",
    ):
        assert text == with_colons(text)
