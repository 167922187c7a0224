// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/what_moved.h"

#include "core/base/error.h"
#include "ui/promotion/review_view.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::WhatMoved)
};

void collect(const query::GateNode& node, std::map<std::string, const query::GateNode*>& leaves)
{
    if (node.leaf) {
        leaves[node.id] = &node;
    }
    for (const query::GateNode& child : node.children) {
        collect(child, leaves);
    }
}

QString movedLeaf(const query::PromotionView& frozen, const query::PromotionView& present)
{
    std::map<std::string, const query::GateNode*> before;
    std::map<std::string, const query::GateNode*> after;
    collect(frozen.gate, before);
    collect(present.gate, after);
    for (const auto& [id, node] : after) {
        const auto old = before.find(id);
        if (old == before.end() || old->second->status != node->status || old->second->value != node->value) {
            return cleanName(qs(node->title));
        }
    }
    return {};
}

QString movedEvidence(const query::PromotionView& frozen, const query::PromotionView& present)
{
    for (const query::EvidenceView& now : present.evidence) {
        const auto old = std::find_if(frozen.evidence.begin(), frozen.evidence.end(),
            [&](const query::EvidenceView& evidence) { return evidence.id == now.id; });
        if (old == frozen.evidence.end() || old->withdrawn != now.withdrawn || old->digest != now.digest) {
            return cleanName(qs(now.title));
        }
    }
    return {};
}

} // namespace

QString whatMoved(const query::PromotionView& frozen, const query::PromotionView& present)
{
    if (frozen.status != present.status) {
        return Words::tr("The promotion has ended: %1.").arg(coreWords(cleanName(qs(present.statusLine))));
    }
    if (frozen.snapshot == present.snapshot) {
        return {};
    }
    if (frozen.round != present.round) {
        return Words::tr("The proposer has revised it; round %1 began.").arg(countText(present.round));
    }
    if (frozen.policyRevision != present.policyRevision || frozen.policy != present.policy) {
        return Words::tr("Policy revision %1 came into force.").arg(countText(present.policyRevision));
    }
    if (const QString evidence = movedEvidence(frozen, present); !evidence.isEmpty()) {
        return Words::tr("The evidence \"%1\" was added, replaced or withdrawn.").arg(evidence);
    }
    if (frozen.baselineLabel != present.baselineLabel) {
        return Words::tr("Production has changed: %1.").arg(cleanName(qs(present.baselineLabel)));
    }
    if (const QString leaf = movedLeaf(frozen, present); !leaf.isEmpty()) {
        return Words::tr("The condition \"%1\" has changed.").arg(leaf);
    }
    return Words::tr("The snapshot changed from %1 to %2.")
        .arg(shortDigest(qs(frozen.snapshot.text())), shortDigest(qs(present.snapshot.text())));
}

QString gateChange(const query::PromotionView& frozen, const query::PromotionView& present)
{
    const QString before = promotionLook(frozen.status, frozen.statusLine, frozen.passed, frozen.total).text;
    const QString after = promotionLook(present.status, present.statusLine, present.passed, present.total).text;
    return after == before ? whatMoved(frozen, present) : ReviewView::tr("The gate now says: %1.").arg(after);
}

} // namespace cs::ui
