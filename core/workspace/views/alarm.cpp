// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/views/alarm.h"

#include "core/ledger/entry.h"
#include "core/workspace/views_p.h"

#include <QFile>

#include <algorithm>

namespace cs::views {
namespace {

using query::AlarmView;

constexpr qint64 evidenceMost = 1 << 20;

/// Whose signature a stranger's line carries: an entry can be forged, a signature cannot.
std::string signatureNote(const Session& session, const ParsedEntry& entry, ActorId signer)
{
    const engine::Actor* known = session.state().actor(signer);
    if (known == nullptr)
        return "It names a signer whom this ledger does not know.";
    const bool good =
        std::ranges::any_of(known->keys, [&](const engine::KeyRecord& record) { return entry.verifies(record.key); });
    return good ? "Its signature is good: " + person(session, signer).name + " signed it."
                : "It carries no good signature of " + person(session, signer).name + ", whom it names.";
}

/// A line as the server shows it, which nobody has verified: read with care, and told for what it is.
AlarmView::Side readSide(const Session& session, EntryIndex index, const std::string& line)
{
    AlarmView::Side side;
    side.there = !line.empty();
    side.line = line;
    if (!side.there)
        return side;
    const auto entry = parseEntry(line);
    if (!entry) {
        side.note = "It is not an entry: " + utf8(entry.error().message());
        return side;
    }
    const EntryHeader& header = (*entry)->header();
    auto event = events::decode(header.type, header.v, (*entry)->body());
    const auto signer = ActorId::fromText(header.actor);
    if (!event || !signer) {
        side.note = "It is not an entry that this program can read.";
        return side;
    }
    query::EntryRow row;
    row.index = index;
    row.at = row.time = header.at;
    row.type = header.type;
    row.signer = person(session, *signer);
    Session::Decoded decoded;
    decoded.header = header;
    decoded.event = *std::move(event);
    row.says = says(session, index, decoded);
    side.row = std::move(row);
    side.note = signatureNote(session, **entry, *signer);
    return side;
}

AlarmView::Side ownSide(const Session& session, EntryIndex index)
{
    AlarmView::Side side;
    if (index < 0 || index >= session.head().size)
        return side;
    side.there = true;
    if (const auto line = session.line(index))
        side.line = *line;
    if (const auto rows = entryRows(session, {index}); rows && !rows->empty())
        side.row = rows->front();
    side.note = "It was verified here.";
    return side;
}

/// The file that was written when the alarm was raised.
std::string readEvidence(const std::string& path)
{
    QFile file(qs(path));
    if (path.empty() || !file.open(QIODevice::ReadOnly) || file.size() > evidenceMost)
        return {};
    return file.readAll().toStdString();
}

/// The other side's line, as that file has it.
std::string theirLine(const std::string& evidence)
{
    const auto document = json::parse(evidence);
    return document ? std::string((*document)->root().find("theirs").string()) : std::string();
}

void takeStoreAlarm(const Session& session, const StoreAlarm& alarm, AlarmView& view)
{
    const bool cut = alarm.kind == StoreAlarm::Kind::Truncated;
    view.kind = cut ? AlarmView::Kind::Truncated : AlarmView::Kind::Forked;
    view.entry = alarm.entry;
    view.known = {alarm.known.size, alarm.known.root};
    view.found = {alarm.found.size, alarm.found.root};
    view.evidence = alarm.evidence;
    view.evidenceText = readEvidence(alarm.evidence);
    view.here = ownSide(session, alarm.entry);
    if (!cut)
        view.there = readSide(session, alarm.entry, theirLine(view.evidenceText));
    view.refillOff = cut ? ""
                         : "The server shows another history from entry " + std::to_string(alarm.entry)
            + " on. That is never overwritten: whoever runs the database has to set it aside first.";
}

} // namespace

AlarmView alarm(const Session& session)
{
    AlarmView view;
    const query::HeadView head = session.headView();
    view.sentence = head.alarm;
    view.workspaceId = head.workspaceId;
    view.workspaceName = head.name;
    view.location = head.location;
    if (head.alarm.empty())
        return view;
    if (const auto raised = session.store().alarm()) {
        takeStoreAlarm(session, *raised, view);
        return view;
    }
    const HeadCheck& check = session.pin();
    if (const auto& quarrel = session.quarrel(); quarrel && check.maySign()) {
        view.kind = AlarmView::Kind::Witnessed;
        view.known = {session.head().size, session.head().root};
        view.found = {quarrel->head.size, quarrel->head.root};
        view.refillOff = "The server has lost nothing that this desk has verified.";
        return view;
    }
    view.kind = AlarmView::Kind::Other;
    if (check.known)
        view.known = {check.known->size, check.known->root};
    view.found = {check.found.size, check.found.root};
    view.refillOff = "This is not about a server that lost entries.";
    if (head.link != query::HeadView::Link::Local && check.known && *check.known == session.head()
        && head.serverSize > head.size) {
        view.kind = AlarmView::Kind::NoEntry;
        view.entry = head.size;
        view.found = {head.serverSize, Digest()};
        if (const auto lines = session.store().read(head.size, 1); lines && !lines->empty())
            view.there = readSide(session, head.size, lines->front());
        view.refillOff = "The server lost nothing: it holds something that is no entry. Whoever runs the database has "
                         "to take it out.";
    }
    return view;
}

} // namespace cs::views
