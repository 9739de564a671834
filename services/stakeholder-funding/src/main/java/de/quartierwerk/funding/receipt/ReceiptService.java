package de.quartierwerk.funding.receipt;

import de.quartierwerk.funding.application.ApplicationContent.CostItem;
import de.quartierwerk.funding.application.ApplicationResponse;
import de.quartierwerk.funding.application.Applications;
import de.quartierwerk.funding.attachment.AttachmentResponse;
import de.quartierwerk.funding.attachment.Attachments;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.programme.AttachmentKind;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Checks lists of receipts row by row, and keeps those that are right. */
@ApplicationScoped
class ReceiptService {

    private final Applications applications;
    private final Attachments attachments;

    ReceiptService(Applications applications, Attachments attachments) {
        this.applications = applications;
        this.attachments = attachments;
    }

    /** Answers 404 to those who do not see the application in full, whatever they send. */
    @Transactional
    void requireSeen(UUID application) {
        applications.inFull(application);
    }

    @Transactional
    ReceiptsResponse add(UUID id, String fileName, byte[] content) {
        ApplicationResponse application = applications.inFull(id);
        ReceiptRules.Read read =
                ReceiptRules.read(ReceiptTable.read(attachments.inspect(content), content), application.content());
        if (!read.errors().isEmpty()) {
            throw new Invalid("receipts.invalid", read.errors(), read.errors().size());
        }
        AttachmentResponse kept = attachments.add(id, AttachmentKind.RECEIPT, fileName, fileName, content);
        Map<String, Money> sums = new TreeMap<>();
        read.receipts().forEach(each -> sums.merge(each.item(), each.amount(), Money::plus));
        List<CostItem> items = sums.entrySet().stream()
                .map(each -> new CostItem(each.getKey(), each.getValue()))
                .toList();
        return new ReceiptsResponse(
                kept,
                read.receipts().size(),
                Money.sum(items.stream().map(CostItem::amount).toList()),
                items);
    }
}
