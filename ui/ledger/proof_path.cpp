// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/proof_path.h"

#include "core/base/sha256.h"

namespace cs::ui {

namespace {

Digest nodeHash(const Digest& left, const Digest& right)
{
    Bytes bytes(1, '\x01');
    bytes += left.bytes();
    bytes += right.bytes();
    return sha256Of(bytes);
}

} // namespace

ProofPath proofPath(const query::EntryDetail& detail)
{
    ProofPath path;
    path.root = detail.leaf;
    std::int64_t node = detail.row.index;
    std::int64_t last = detail.headSize - 1;
    if (node < 0 || node > last) {
        return path;
    }
    for (const Digest& sibling : detail.proof) {
        if (last == 0) {
            return path; // longer than the tree is high
        }
        const bool left = (node & 1) != 0 || node == last;
        path.root = left ? nodeHash(sibling, path.root) : nodeHash(path.root, sibling);
        path.steps.push_back({sibling, left, path.root});
        while (left && (node & 1) == 0 && node != 0) {
            node >>= 1;
            last >>= 1;
        }
        node >>= 1;
        last >>= 1;
    }
    path.leads = last == 0 && path.root == detail.headRoot;
    return path;
}

} // namespace cs::ui
