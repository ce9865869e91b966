// Every page but a lesson.

import { lineComments } from "./page/comments";
import { formHelp } from "./page/forms";
import { livePart } from "./page/live";
import { neighbourKeys } from "./page/neighbours";
import { pageTools } from "./page/tools";

pageTools(false);
formHelp();
lineComments();
livePart();
neighbourKeys();
