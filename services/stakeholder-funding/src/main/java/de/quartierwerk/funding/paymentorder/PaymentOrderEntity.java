package de.quartierwerk.funding.paymentorder;

import de.quartierwerk.funding.bankdetails.BankAccount;
import de.quartierwerk.funding.budget.LineShare;
import de.quartierwerk.funding.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@link PaymentOrder}. */
@Entity
@Table(name = "payment_order")
class PaymentOrderEntity {

    @Id
    UUID id;

    UUID application;
    String recipient;

    @Nullable
    String call;

    int year;
    BigDecimal amount;

    @Nullable
    LocalDate dueOn;

    @Nullable
    String holder;

    @Nullable
    String iban;

    @Nullable
    String bic;

    @JdbcTypeCode(SqlTypes.JSON)
    List<LineShare> parts;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    OrderState state;

    String orderedBy;
    Instant orderedAt;

    @Nullable
    Integer batch;

    @Nullable
    LocalDate paidOn;

    @Nullable
    String reference;

    @Nullable
    String reason;

    static PaymentOrderEntity of(PaymentOrder order) {
        PaymentOrderEntity entity = new PaymentOrderEntity();
        entity.id = order.id();
        entity.application = order.application();
        entity.recipient = order.recipient();
        entity.call = order.call();
        entity.year = order.year();
        entity.amount = order.amount().value();
        entity.dueOn = order.dueOn();
        BankAccount account = order.account();
        if (account != null) {
            entity.holder = account.holder();
            entity.iban = account.iban();
            entity.bic = account.bic();
        }
        entity.parts = order.parts();
        entity.state = order.state();
        entity.orderedBy = order.orderedBy();
        entity.orderedAt = order.orderedAt();
        return entity;
    }

    PaymentOrder order() {
        return new PaymentOrder(
                id,
                application,
                recipient,
                call,
                year,
                Money.of(amount),
                dueOn,
                holder == null || iban == null ? null : new BankAccount(holder, iban, bic),
                parts,
                state,
                orderedBy,
                orderedAt,
                batch,
                paidOn,
                reference,
                reason);
    }
}
