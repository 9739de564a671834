package de.quartierwerk.funding.post;

import de.quartierwerk.funding.support.Texts;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A post of the staffing plan (Stelle). */
@Entity
@Table(name = "post")
class PostEntity {

    @Id
    String code;

    @Version
    long version = 1;

    String title;
    BigDecimal fte;
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    @Nullable
    String product;

    String paperNumber;

    void set(PostRequest request) {
        title = request.title();
        fte = request.fte();
        validFrom = request.from();
        validTo = request.to();
        product = request.product();
        paperNumber = request.paperNumber();
    }

    PostRequest request() {
        return new PostRequest(title, Texts.plain(fte), validFrom, validTo, product, paperNumber);
    }
}
