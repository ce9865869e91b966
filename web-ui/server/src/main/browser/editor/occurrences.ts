// Where a name is used in a cell: the places that mean the same definition.

import { javaLanguage } from "@codemirror/lang-java";
import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";

export interface Place {
    readonly from: number;
    readonly to: number;
}

const MEMBERS = javaLanguage.parser.configure({ top: "ClassContent" });

const NAMES = new Set(["Identifier", "Definition", "TypeName"]);

const BODIES = new Set(["ClassBody", "InterfaceBody", "EnumBody", "AnnotationTypeBody"]);

const SCOPES = new Set([
    ...BODIES,
    "Program",
    "Block",
    "ConstructorBody",
    "SwitchBlock",
    "MethodDeclaration",
    "ConstructorDeclaration",
    "LambdaExpression",
    "ForStatement",
    "EnhancedForStatement",
    "CatchClause",
    "TryWithResourcesStatement",
]);

/** What names itself; its name belongs to the scope around it. */
const DECLARATIONS = new Set([
    "MethodDeclaration",
    "ClassDeclaration",
    "InterfaceDeclaration",
    "EnumDeclaration",
    "AnnotationTypeDeclaration",
]);

/**
 * The places of the name at an offset, this one included. Empty where there is no name. A name that
 * the cell does not define means the same everywhere but where something hides it.
 */
export function occurrences(text: string, offset: number): Place[] {
    const at = nameAt(text, offset);
    if (at === null) {
        return [];
    }
    const places = namesIn(text, text.slice(at.from, at.to));
    const scopes = places.filter((node) => node.name === "Definition").map(scopeOfDefinition);
    const wanted = meant(places.find((node) => node.from === at.from)!, scopes, text);
    return places
        .filter((node) => same(meant(node, scopes, text), wanted))
        .map(({ from, to }) => ({ from, to }));
}

function nameAt(text: string, offset: number): Place | null {
    const found = /^[\p{L}\p{N}_$]*/u.exec(text.slice(offset))![0];
    const before = /[\p{L}\p{N}_$]*$/u.exec(text.slice(0, offset))![0];
    const at = { from: offset - before.length, to: offset + found.length };
    return namesIn(text, text.slice(at.from, at.to)).some((node) => node.from === at.from) ? at : null;
}

/** The grammar knows no methods outside of classes; they are read as members of one. */
function namesIn(text: string, name: string): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    const collect = (node: SyntaxNodeRef) => {
        if (NAMES.has(node.name) && text.slice(node.from, node.to) === name) {
            found.push(node.node);
        }
    };
    const methods = MEMBERS.parse(text).topNode.getChildren("MethodDeclaration").filter(isWhole);
    methods.forEach((method) => eachIn(method, collect));
    javaLanguage.parser.parse(text).iterate({
        enter: (node) => {
            if (!methods.some((method) => method.from <= node.from && node.to <= method.to)) {
                collect(node);
            }
        },
    });
    return found.sort((one, other) => one.from - other.from);
}

function eachIn(node: SyntaxNode, visit: (node: SyntaxNodeRef) => void): void {
    const cursor = node.cursor();
    do {
        visit(cursor);
    } while (cursor.next() && cursor.from < node.to);
}

/** Whether it has a body, and nothing before it is guessed. */
function isWhole(method: SyntaxNode): boolean {
    const parameters = method.getChild("FormalParameters");
    let whole = method.getChild("Block") !== null && parameters !== null;
    if (parameters !== null) {
        eachIn(parameters, (node) => (whole &&= !node.type.isError));
    }
    return whole;
}

function same(one: SyntaxNode | null, other: SyntaxNode | null): boolean {
    return one === null || other === null ? one === other : one.from === other.from && one.to === other.to;
}

/** The scope of the definition that a name means, or null where it is defined elsewhere. */
function meant(node: SyntaxNode, scopes: SyntaxNode[], text: string): SyntaxNode | null {
    if (node.name === "Definition") {
        return scopeOfDefinition(node);
    }
    const around = scopes.filter((scope) => scope.from <= node.from && node.to <= scope.to);
    const members = scopes.filter((scope) => BODIES.has(scope.name));
    if (text.slice(0, node.from).trimEnd().endsWith(".")) {
        // Of an object: a member of a class of this cell, if there is one of this name.
        return members.at(0) ?? null;
    }
    return around.reduce<SyntaxNode | null>(
        (inner, scope) => (inner === null || scope.to - scope.from <= inner.to - inner.from ? scope : inner),
        null,
    );
}

function scopeOfDefinition(definition: SyntaxNode): SyntaxNode {
    let node = definition.parent!;
    if (DECLARATIONS.has(node.name)) {
        node = node.parent ?? node;
    }
    while (!SCOPES.has(node.name) && node.parent !== null) {
        node = node.parent;
    }
    return node;
}
