package de.quartierwerk.funding.budget;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A group of lines that cover each other (Deckungskreis); decisions lock its row before they compare. */
@Entity
class BudgetGroup {

    @Id
    String code;
}
