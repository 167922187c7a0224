// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/registries/findings.h"

#include "core/crypto/hash.h"

#include <algorithm>

namespace cs::sync {
namespace {

bool isShortHash(std::string_view text)
{
    return text.size() == shortHex
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

class Comparison final {
public:
    explicit Comparison(const Compared& compared)
        : m(compared)
    {
    }
    std::vector<OutOfStep> run()
    {
        for (const auto& [key, seen] : m.seen) {
            aliasesOf(key.first, key.second, seen);
            stageOf(key.first, key.second, seen);
            forgedStamps(key.first, key.second, seen);
            otherLedger(key.first, key.second, seen);
            replaced(key.first, key.second, seen);
        }
        for (const Wish& wish : m.desired.wishes)
            wishes(wish);
        return std::move(m_out);
    }

private:
    std::string ledgerStage(VersionId id) const
    {
        const auto brief = m.state.versionBriefs.find(id);
        return brief == m.state.versionBriefs.end() ? std::string() : brief->second.stage;
    }
    EntryIndex observedAt(const std::string& name, const std::string& version) const
    {
        const auto found = m.registry.latest.find(name + "/" + version);
        return found == m.registry.latest.end() ? -1 : found->second.stamp.index;
    }
    void add(const char* kind, const char* severity, VersionId id, const std::string& name, const std::string& version,
        std::string sentence)
    {
        OutOfStep found{kind, severity, {m.registry.id.text()}, std::move(sentence), {}};
        if (id.isValid())
            found.about.push_back(id.text());
        else if (const ModelId model = m.known.model(name); model.isValid())
            found.about.push_back(model.text());
        std::ranges::sort(found.about);
        json::Writer out;
        out.beginObject().member("kind", kind).member("registry", std::string_view(m.registry.id.text()));
        out.member("model", std::string_view(name)).member("version", std::string_view(version));
        out.member("sentence", std::string_view(found.sentence));
        // The same thing done again, after somebody had put it right, is another finding.
        out.member("observedAt", std::int64_t(observedAt(name, version))).endObject();
        found.detail = out.take();
        m_out.push_back(std::move(found));
    }
    /// "3 of fraud-screen in mlflow-prod"
    std::string of(const std::string& name, const std::string& version) const
    {
        using registries::quotedWords;
        return quotedWords(name) + " version " + quotedWords(version) + " in " + m.registry.name;
    }
    std::string stands(VersionId id) const
    {
        return id.isValid() ? "the ledger has it in " + ledgerStage(id) : std::string("the ledger does not know it");
    }

    /// The stage that an alias stands for here, or nothing.
    std::string stageOfAlias(const std::string& alias) const
    {
        for (const auto& [stage, name] : m.options.aliases)
            if (name == alias)
                return stage;
        return m.options.watched.contains(alias) ? std::string("production") : std::string();
    }
    static const char* severityOf(const std::string& stage)
    {
        return stage == "production" ? "critical" : stage == "canary" ? "high" : "medium";
    }

    void aliasesOf(const std::string& name, const std::string& version, const Seen& seen)
    {
        for (const auto& alias : seen.aliases) {
            const std::string stage = stageOfAlias(alias);
            if (stage.empty() || ledgerStage(seen.id) == stage)
                continue;
            std::string says = of(name, version);
            says.append(" holds the alias \"").append(registries::quotedWords(alias)).append("\", which stands for ");
            says.append(stage).append(" here; ").append(stands(seen.id)).append(".");
            add("registry.alias_without_promotion", severityOf(stage), seen.id, name, version, std::move(says));
        }
    }
    void stageOf(const std::string& name, const std::string& version, const Seen& seen)
    {
        if (!m.capabilities.productionStages.contains(seen.stage) || ledgerStage(seen.id) == "production")
            return;
        add("registry.stage_without_promotion", "critical", seen.id, name, version,
            of(name, version) + " is marked " + registries::quotedWords(seen.stage) + "; " + stands(seen.id) + ".");
    }
    void forgedStamps(const std::string& name, const std::string& version, const Seen& seen)
    {
        if (seen.stamps.empty() || (seen.id.isValid() && m.desired.find(seen.id) != nullptr))
            return;
        add("registry.stamp_forged", "high", seen.id, name, version,
            of(name, version) + " carries a stamp of Countersign, but the ledger never moved it.");
    }

    /// A stamp names the entry that moved the version. Whoever wrote it had that entry before them: a registry is a
    /// witness of the ledger that its server's owner does not edit. @source registries.md section 8
    void otherLedger(const std::string& name, const std::string& version, const Seen& seen)
    {
        const auto stamp = seen.stamps.find("countersign-ledger");
        const Wish* wish = seen.id.isValid() ? m.desired.find(seen.id) : nullptr;
        if (stamp == seen.stamps.end() || !isShortHash(stamp->second)
            || (wish != nullptr && wish->stamps.at(stamp->first) == stamp->second) || m.holdsEntry(stamp->second))
            return;
        add("registry.ledger_unknown", "critical", seen.id, name, version,
            of(name, version) + " carries the stamp of an entry, " + stamp->second
                + ", that this ledger does not hold: somebody made it up, or the desk that wrote it is shown another "
                  "history. Compare tree heads with the other desks.");
    }

    /// A model that was deleted and made again counts its versions anew: the number is the same, the thing is not.
    void replaced(const std::string& name, const std::string& version, const Seen& seen)
    {
        const engine::Version* row = seen.id.isValid() ? m.state.versions.find(seen.id.index()) : nullptr;
        const auto* source = row != nullptr && row->description.source ? &*row->description.source : nullptr;
        if (source == nullptr || !source->run || seen.run.empty() || *source->run == seen.run)
            return;
        add("registry.version_replaced", "high", seen.id, name, version,
            of(name, version) + " comes from another run than the one that was registered; " + stands(seen.id) + ".");
    }

    void wishes(const Wish& wish)
    {
        const auto found = m.seen.find({wish.name, wish.version});
        const engine::Registry::Write* last = lastWrite(m.registry, wish);
        const std::string stage = ledgerStage(wish.id);
        if (found == m.seen.end()) {
            if (last != nullptr || m.registry.latest.contains(wish.name + "/" + wish.version))
                add("registry.version_missing", "high", wish.id, wish.name, wish.version,
                    of(wish.name, wish.version) + " is gone; " + stands(wish.id) + ".");
            return;
        }
        if (last == nullptr)
            return;
        if (last->event.result != "ok") {
            add("registry.write_failed", "high", wish.id, wish.name, wish.version,
                of(wish.name, wish.version) + " could not be brought in step: the last attempt ended \""
                    + last->event.result + "\"; " + stands(wish.id) + ".");
            return;
        }
        taken(wish, found->second);
    }
    /// It was in step once: who changed it was not us.
    void taken(const Wish& wish, const Seen& seen)
    {
        for (const auto& alias : wish.aliases)
            if (!seen.aliases.contains(alias))
                add("registry.alias_moved", "high", wish.id, wish.name, wish.version,
                    of(wish.name, wish.version) + " has lost the alias \"" + alias + "\"; " + stands(wish.id) + ".");
        for (const auto& [key, value] : wish.stamps) {
            const auto there = seen.stamps.find(key);
            if (there != seen.stamps.end() && there->second == value)
                continue;
            add("registry.stamp_changed", "medium", wish.id, wish.name, wish.version,
                of(wish.name, wish.version)
                    + (there == seen.stamps.end() ? " has lost the stamp " : " has another value in the stamp ") + key
                    + "; " + stands(wish.id) + ".");
            return; // one is enough to look
        }
    }

    const Compared& m;
    std::vector<OutOfStep> m_out;
};

} // namespace

std::vector<OutOfStep> outOfStep(const Compared& compared)
{
    return Comparison(compared).run();
}

std::vector<OutOfStep> notOpenedYet(const engine::LedgerState& state, const std::vector<OutOfStep>& all)
{
    std::vector<OutOfStep> fresh;
    for (const OutOfStep& item : all) {
        const Digest detail = sha256(item.detail);
        const bool known = std::ranges::any_of(state.findings, [&](const auto& entry) {
            const engine::Finding& finding = entry.second;
            return finding.kind == item.kind && finding.about == item.about
                && (!finding.closed || finding.detail == detail);
        });
        if (!known)
            fresh.push_back(item);
    }
    return fresh;
}

} // namespace cs::sync
