/**
 * Papers of the council (Vorlagen, Fraktionsanträge, Mitteilungen): what they propose, the bodies they pass, what came
 * of them, and whether what was decided is carried out (Beschlusskontrolle). A paper about applications proposes; each
 * application is decided by its own step, with the drafts and matters of its paper.
 */
@NullMarked
package de.quartierwerk.funding.paper;

import org.jspecify.annotations.NullMarked;
