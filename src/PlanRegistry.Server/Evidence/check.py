#!/usr/bin/env python3
"""Checks an evidence folder of PlanRegistry (规划登记册审计取证) without PlanRegistry: Python 3.8, standard library only.

    python3 check.py [FOLDER or .zip] [--expect DISTRICT:HASH ...]

Prints what fails and ends with 1; or prints what it cannot check and, as its last line, ok, and ends with 0.
--expect: the hash of a ledger's last entry as it was noted elsewhere, such as on a signed 台账校验值封存单.

How the registry hashes. A list of texts is written as, for each text, its length in UTF-8 bytes, a colon and the bytes; SHA-256 of that.
A row's content: name and text of each column that is recorded, in ordinal order of the names.
An entry (form 1): name and text of each field that is recorded, in ordinal order; then the same of each change, in order of the numbers.
"""
import hashlib
import json
import os
import re
import sys
import zipfile

ENTRY = ["actor_id", "actor_name", "changes", "command", "district", "form", "hash_algorithm", "idempotency_key", "input_hash",
         "previous_hash", "reason", "recorded_at", "role", "seq", "vector"]
CHANGE = ["content_hash", "number", "record_id", "retires", "table_name"]
FIRST = "0" * 64
NEEDED = ["about.json", "answer.json", "check.py", "evidence.html", "query.graphql", "records.jsonl"]


class Check:
    def __init__(self, files, read):
        self.files, self.read = set(files), read
        self.failed, self.open = [], []
        self.changes, self.heads, self.recorded = {}, {}, set()

    def fail(self, zh, en):
        self.failed.append((zh, en))

    def cannot(self, zh, en):
        self.open.append((zh, en))

    def lines(self, name):
        for number, line in enumerate(self.read(name).decode("utf-8").split("\n")[:-1], 1):
            yield number, json.loads(line)

    def run(self, expected):
        if not self.manifest():
            return
        about = json.loads(self.read("about.json").decode("utf-8"))
        vectors = [dict(h.split(":") for h in v.split()) for v in about["vectors"]]
        for name in sorted(f for f in self.files if f.startswith("ledger/")):
            self.ledger(name)
        for district, seq in sorted(about["ledgers"].items()):
            if district in self.heads and self.heads[district][0] != seq:
                self.fail("台账%s应有%s号，实有%s号。" % (district, seq, self.heads[district][0]),
                          "The ledger of %s must reach entry %s and reaches %s." % (district, seq, self.heads[district][0]))
            elif district not in self.heads:
                self.fail("缺少台账%s。" % district, "The ledger of %s is missing." % district)
        self.records(vectors)
        self.stored()
        self.answer(about)
        for text in expected:
            district, _, value = text.rpartition(":")
            if not any(value.lower() in hashes for d, (_, hashes) in self.heads.items() if district in ("", d)):
                self.fail("台账中没有应有的散列值%s。" % text, "No entry has the hash that was expected: %s." % text)

    def manifest(self):
        text = self.read("manifest.txt").decode("utf-8", "replace") if "manifest.txt" in self.files else ""
        named = {}
        for line in text.split("\n")[:-1]:
            match = re.match(r"^([0-9a-f]{64})  ([A-Za-z0-9_./-]+)$", line)
            if not match or match.group(2) in named:
                self.fail("manifest.txt的这一行不符合格式：%s" % line, "A line of manifest.txt is not of its form: %s" % line)
                continue
            named[match.group(2)] = match.group(1)
        if not text.endswith("\n") or list(named) != sorted(named):
            self.fail("manifest.txt缺失、被截断或者次序有变。", "manifest.txt is missing, cut, or in another order.")
        for name in sorted(self.files - {"manifest.txt"} | set(named) | set(NEEDED)):
            if name not in self.files:
                self.fail("缺少文件%s。" % name, "The file %s is missing." % name)
            elif name not in named:
                self.fail("文件%s不在manifest.txt中。" % name, "The file %s does not stand in manifest.txt." % name)
            elif hashlib.sha256(self.read(name)).hexdigest() != named[name]:
                self.fail("文件%s已被改动。" % name, "The file %s was changed." % name)
        return all(name in self.files for name in NEEDED)

    def ledger(self, name):
        district, before, last, hashes = name[len("ledger/"):-len(".jsonl")], FIRST, 0, set()
        for number, entry in self.lines(name):
            where = ("台账%s第%s号" % (district, entry.get("seq")), "Entry %s of %s" % (entry.get("seq"), district))
            if entry.get("form") != 1 or entry.get("hash_algorithm") != "SHA-256":
                self.fail(where[0] + "的格式未知，无法核对。", where[1] + " is of a form that is not known here.")
            if entry.get("seq") != number or entry.get("district") != district:
                self.fail(where[0] + "不在其位置上。", where[1] + " stands in a place that is not its own.")
            if entry.get("previous_hash") != before:
                self.fail(where[0] + "与前一号不相接。", where[1] + " does not follow from the one before.")
            if entry.get("changes") != len(entry.get("made", [])) or digest(pairs(entry)) != entry.get("hash"):
                self.fail(where[0] + "已被改动：散列值不符。", where[1] + " was changed: its hash does not match.")
            for change in entry.get("made", []):
                key = (district, change["table_name"], change["record_id"])
                self.changes.setdefault(key, []).append((entry["seq"], change.get("content_hash"), change.get("retires")))
            before, last = entry.get("hash"), entry.get("seq")
            hashes.add(before)
        self.heads[district] = (last, hashes)
        print("台账 Ledger %s: %s, %s" % (district, last, before))

    def records(self, vectors):
        unproven, certificates, reviews = {}, {}, []
        for _, row in self.lines("records.jsonl"):
            content, table = row["content"], row["table_name"]
            where = ("%s的记录“%s”（%s第%s号）" % (table, row["record_id"], row["district"], row["seq"]),
                     "The row '%s' of %s (entry %s of %s)" % (row["record_id"], table, row["seq"], row["district"]))
            found = digest((k, content[k]) for k in sorted(content, key=lambda k: k.encode("utf-16-be")))
            if found != row["content_hash"]:
                self.fail(where[0] + "已被改动：内容与散列值不符。", where[1] + " was changed: its content does not match its hash.")
            if row["district"] not in self.heads:
                unproven[row["district"]] = unproven.get(row["district"], 0) + 1
            else:
                self.row(row, found, where, vectors)
            if table == "certificates":
                certificates[content["number"]] = content["hash"]
                if hashlib.sha256(content["statement"].encode("utf-8")).hexdigest() != content["hash"]:
                    self.fail(where[0] + "的核验内容与其散列值不符。", where[1] + " states what its hash does not cover.")
            elif table == "certificate_reviews":
                reviews.append((where, content["number"], content["hash"]))
            elif table == "documents" and "sha256" in content:
                self.document(content)
        for where, number, signed in reviews:
            if certificates.get(number, signed) != signed:
                self.fail(where[0] + "所签并非该核验单。", where[1] + " signs another certificate than it names.")
        for district, count in sorted(unproven.items()):
            self.cannot("%s的%s条记录：该行政区的台账不在取证范围内，只能核对内容与所附散列值一致。" % (district, count),
                        "%s rows of %s: its ledger is not within reach; only their own hashes are compared." % (count, district))

    def row(self, row, found, where, vectors):
        made = self.changes.get((row["district"], row["table_name"], row["record_id"]), [])
        if (row["seq"], found) not in [(seq, content) for seq, content, _ in made]:
            self.fail(where[0] + "在台账中没有对应的条目。", where[1] + " is not what any entry of the ledger recorded.")
        for at in row["at"]:
            head = int(vectors[at].get(row["district"], 0))
            if row["seq"] > head or any(retires == row["seq"] and seq <= head for seq, _, retires in made):
                self.fail(where[0] + "在所据台账向量上并非现行记录。", where[1] + " does not stand at the vector that is named.")

    def stored(self):
        for name in sorted(f for f in self.files if f.startswith("documents/")):
            match = re.match(r"^documents/([0-9a-f]{64})(\.[a-z]+)?$", name)
            if not match or hashlib.sha256(self.read(name)).hexdigest() != match.group(1):
                self.fail("文件%s的内容与其文件名（SHA-256）不符。" % name, "The file %s is not what its name, a SHA-256, says." % name)
            elif match.group(1) not in self.recorded:
                self.fail("文件%s未登记：所附记录均未提及。" % name, "The file %s is recorded by none of the rows." % name)

    def document(self, content):
        self.recorded.add(content["sha256"])
        stored = [f for f in self.files if f.startswith("documents/" + content["sha256"])]
        for name in stored:
            if hashlib.sha256(self.read(name)).hexdigest() != content["sha256"]:
                self.fail("文件%s与登记的校验值不符。" % name, "The file %s is not the one that was recorded." % name)
        if not stored and "file" in content:
            self.cannot("文件“%s”登记有电子文件而未附：已缺失，或者超出取证文件的容量；请与原件核对%s。" % (content["code"], content["sha256"]),
                        "The file of '%s' is not here: it is missing, or too large: compare the original with it." % content["code"])
        elif not stored:
            self.cannot("文件“%s”只登记了校验值，未附文件：请与原件核对%s。" % (content["code"], content["sha256"]),
                        "The document '%s' is recorded by its hash alone: compare the original with it." % content["code"])

    def answer(self, about):
        answer = json.loads(self.read("answer.json").decode("utf-8"))
        node = (answer.get("data") or {}).get("node") or {}
        district = (answer.get("data") or {}).get("district") or {}
        if node.get(about["key"]) != about["code"] or district.get("vector") != about["vectors"][0]:
            self.fail("答复与所取证的对象或者台账向量不一致。", "The answer is about something else, or from another vector.")
        if district.get("code") != about["district"] or district.get("asOf") != about["asOf"]:
            self.fail("答复与about.json所写的行政区或者评估日不一致。", "The answer is of another district or day than about.json says.")
        self.cannot("answer.json、evidence.html和about.json所写的名称、单位、记录和评估日：未与记录逐项比对，请对照records.jsonl。",
                    "Titles, agencies, records and day as answer.json, evidence.html and about.json say them: "
                    "they are not compared with the records; look at records.jsonl.")
        self.cannot("manifest.txt没有签章：能同时改动文件和manifest.txt的人，可以改动上述内容；请将取证文件的SHA-256与访问日志所记的核对。",
                    "manifest.txt bears no seal: who changes a file and the manifest can change the above; "
                    "compare the SHA-256 of the evidence file with the access journal.")
        self.cannot("评判本身（answer.json及evidence.html中的状态、问题和结论）：须由规则对上述记录重新评判，本脚本不作评判。",
                    "The judgement itself (status, findings, verdicts): rules must judge these records again; this script judges nothing.")
        self.cannot("记录是否齐全，以及所记内容是否属实：台账只证明何人何时记入了什么，此后未被改动。",
                    "Whether the records are all and true: a ledger proves who recorded what and when, and that it was not changed since.")
        self.cannot("台账是否被整体重写：请将末号散列值与另行保存的台账校验值封存单核对（--expect）。",
                    "Whether a whole ledger was written anew: compare the last hash with one noted elsewhere (--expect).")
        self.cannot("check.py本身：请与另行取得的同版本脚本比对。", "check.py itself: compare it with a copy from elsewhere.")


def digest(named):
    hashed = hashlib.sha256()
    for name, text in named:
        for part in (name, text):
            data = part.encode("utf-8")
            hashed.update(str(len(data)).encode("ascii") + b":" + data)
    return hashed.hexdigest()


def pairs(entry):
    yield from ((k, str(entry[k])) for k in ENTRY if entry.get(k) is not None)
    for change in entry.get("made", []):
        yield from ((k, str(change[k])) for k in CHANGE if change.get(k) is not None)


def opened(place):
    if os.path.isfile(place):
        archive = zipfile.ZipFile(place)
        names = [n for n in archive.namelist() if not n.endswith("/")]
        if len(names) != len(set(names)):
            raise ValueError("two files of one name")
        return names, archive.read
    found = []
    for folder, inside, names in os.walk(place):
        inside[:] = [i for i in inside if i != "__pycache__"]
        found += [os.path.relpath(os.path.join(folder, n), place).replace(os.sep, "/") for n in names]

    def read(name):
        with open(os.path.join(place, *name.split("/")), "rb") as file:
            return file.read()
    return found, read


def main(given):
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    if given[-1:] == ["--expect"]:
        print("--expect DISTRICT:HASH")
        return 2
    expected = [given[i + 1] for i, g in enumerate(given[:-1]) if g == "--expect"]
    places = [g for i, g in enumerate(given) if g != "--expect" and (i == 0 or given[i - 1] != "--expect")]
    check = None
    try:
        if places and os.path.isfile(places[0]):
            with open(places[0], "rb") as file:
                print("取证文件 This file: SHA-256 %s" % hashlib.sha256(file.read()).hexdigest())
        check = Check(*opened(places[0] if places else os.path.dirname(os.path.abspath(__file__))))
        check.run(expected)
    except Exception as error:  # whatever does not fit is a failure, and named
        check = check or Check([], None)
        check.fail("无法读取：%s" % error, "It cannot be read: %r" % error)
    for zh, en in check.failed:
        print("不符 FAILED: %s %s" % (zh, en))
    if check.failed:
        return 1
    for zh, en in check.open:
        print("无法核对 Cannot check: %s %s" % (zh, en))
    print("ok")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
