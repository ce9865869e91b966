// Every page but a lesson.

import { pageTools } from "./page/tools";

pageTools(false);
